<?php

declare(strict_types=1);

/*
 * The drop-in for SQLite activates a plugin of the same name unless this constant says that it is
 * there already.
 */

defined('SQLITE_MAIN_FILE') || define('SQLITE_MAIN_FILE', __DIR__ . '/sqlite-database-integration/load.php');
