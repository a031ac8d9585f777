<?php

declare(strict_types=1);

/*
 * Stands for the rules of a web server when a Nextcloud is served by PHP itself:
 *
 *     php -S 127.0.0.1:8080 -t <Nextcloud> router.php
 */

/** What browsers want to be told of files; PHP's own server does not know modules. */
const TYPES = [
    'css' => 'text/css',
    'js' => 'text/javascript',
    'json' => 'application/json',
    'mjs' => 'text/javascript',
    'png' => 'image/png',
    'svg' => 'image/svg+xml',
    'woff2' => 'font/woff2',
];

$root = (string) $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode((string) parse_url((string) $_SERVER['REQUEST_URI'], PHP_URL_PATH));
$type = TYPES[pathinfo($path, PATHINFO_EXTENSION)] ?? null;
if ($type !== null && !str_contains($path, '/../') && is_file($root . $path)) {
    header("Content-Type: {$type}");
    readfile($root . $path);

    return true;
}

$entrances = '#^(/(?:index|remote|public|status)\.php|/ocs/v[12]\.php)(/.*)?$#';
$isNamed = preg_match($entrances, $path, $found) === 1;
[$script, $inside] = $isNamed ? [$found[1], $found[2] ?? ''] : ['/index.php', $path === '/' ? '' : $path];
$_SERVER['SCRIPT_NAME'] = $script;
$_SERVER['PHP_SELF'] = $script . $inside;
$_SERVER['SCRIPT_FILENAME'] = $root . $script;
$_SERVER['PATH_INFO'] = $inside;
// Tells Nextcloud that addresses need no index.php.
putenv('front_controller_active=true');
chdir(dirname($root . $script));
require $root . $script;
