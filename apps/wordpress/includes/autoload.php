<?php

declare(strict_types=1);

defined('ABSPATH') || exit;

require_once dirname(__DIR__) . '/vendor-php/autoload.php';

spl_autoload_register(static function (string $class): void {
    $namespace = 'Bluebridge\\WordPress\\';
    if (!str_starts_with($class, $namespace)) {
        return;
    }
    $file = __DIR__ . '/' . str_replace('\\', '/', substr($class, strlen($namespace))) . '.php';
    if (is_file($file)) {
        require $file;
    }
});
