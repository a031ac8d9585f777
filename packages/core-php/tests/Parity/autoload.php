<?php

declare(strict_types=1);

// Loads the core without Composer, so that the parity tests need nothing but PHP.

spl_autoload_register(static function (string $class): void {
    $root = dirname(__DIR__, 2);
    $folders = ['Bluebridge\\Core\\Tests\\' => ['tests'], 'Bluebridge\\Core\\' => ['src', 'src-generated']];
    foreach ($folders as $prefix => $trees) {
        if (!str_starts_with($class, $prefix)) {
            continue;
        }
        $path = str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
        foreach ($trees as $tree) {
            if (is_file("{$root}/{$tree}/{$path}")) {
                require "{$root}/{$tree}/{$path}";

                return;
            }
        }
    }
});
