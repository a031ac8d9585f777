<?php

declare(strict_types=1);

/*
 * Makes the web server of PHP find what Apache would: files as they are, everything else by way of
 * WordPress.
 */

$root = (string) $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode((string) parse_url((string) $_SERVER['REQUEST_URI'], PHP_URL_PATH));
// On a network the files are asked for below the address of each site.
$path = (string) preg_replace('#^/second(?=/(?:wp-admin|wp-content|wp-includes|wp-[\w-]+\.php))#', '', $path, 1, $moved);
if (str_contains($path, '/.') || str_contains($path, '..')) {
    http_response_code(404);

    return true;
}
$file = $root . $path;
if (is_dir($file)) {
    $file = rtrim($file, '/') . '/index.php';
}
if (!is_file($file)) {
    $file = "{$root}/index.php";
}
if (!str_ends_with($file, '.php')) {
    if ($moved === 0) {
        return false;
    }
    $types = ['css' => 'text/css', 'js' => 'text/javascript', 'svg' => 'image/svg+xml'];
    header('Content-Type: ' . ($types[pathinfo($file, PATHINFO_EXTENSION)] ?? 'application/octet-stream'));
    readfile($file);

    return true;
}
$_SERVER['SCRIPT_FILENAME'] = $file;
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = substr($file, strlen($root));
chdir(dirname($file));
require $file;

return true;
