<?php

declare(strict_types=1);

/*
 * What WordPress defines while it starts, for the static analysis.
 */

define('ABSPATH', '/');
define('WPINC', 'wp-includes');
define('COOKIEPATH', '/');
define('COOKIE_DOMAIN', '');
define('MONTH_IN_SECONDS', 2592000);
define('WP_CONTENT_DIR', '/wp-content');
define('DB_NAME', 'wordpress');
define('MINUTE_IN_SECONDS', 60);
define('HOUR_IN_SECONDS', 3600);
define('DAY_IN_SECONDS', 86400);
define('WEEK_IN_SECONDS', 604800);
define('ARRAY_A', 'ARRAY_A');
define('OBJECT', 'OBJECT');
