<?php

declare(strict_types=1);

use Bluebridge\WordPress\Lifecycle\Removal;

defined('WP_UNINSTALL_PLUGIN') || exit;

require __DIR__ . '/includes/autoload.php';

Removal::everywhere();
