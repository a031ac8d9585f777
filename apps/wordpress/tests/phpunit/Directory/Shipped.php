<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Directory;

use FilesystemIterator;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use RuntimeException;
use SplFileInfo;

/** What sites get of the plugin's folder. */
final class Shipped
{
    public static function folder(): string
    {
        return dirname(__DIR__, 3);
    }

    public static function text(string $file): string
    {
        $path = self::folder() . "/{$file}";
        $text = is_file($path) ? file_get_contents($path) : false;

        return $text !== false ? $text : throw new RuntimeException("{$file} is not there; build it first.");
    }

    /** @return list<string> paths inside the plugin, of files whose names end as wanted */
    public static function files(string $ending = ''): array
    {
        $paths = [];
        foreach (self::listed() as $name) {
            $path = self::folder() . "/{$name}";
            if (is_file($path)) {
                $paths[] = $name;
                continue;
            }
            if (!is_dir($path)) {
                throw new RuntimeException("{$name} is not there; build it first.");
            }
            foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($path, FilesystemIterator::SKIP_DOTS)) as $file) {
                if ($file instanceof SplFileInfo) {
                    $paths[] = substr($file->getPathname(), strlen(self::folder()) + 1);
                }
            }
        }
        sort($paths);

        return array_values(array_filter($paths, static fn (string $path): bool => str_ends_with($path, $ending)));
    }

    /** @return list<string> files and folders that the archive of the plugin is made of */
    private static function listed(): array
    {
        $manifest = json_decode(self::text('package.json'), true);
        $files = is_array($manifest) ? $manifest['files'] ?? [] : [];

        return array_values(array_filter(is_array($files) ? $files : [], is_string(...)));
    }
}
