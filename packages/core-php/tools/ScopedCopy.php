<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tools;

use FilesystemIterator;
use ParseError;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use RuntimeException;
use SplFileInfo;

/**
 * A copy of the core below a namespace of a host's own, so that several plugins can bring several
 * versions. It needs no Composer: the host requires its `autoload.php`.
 */
final class ScopedCopy
{
    private const MARK = '// Written by packages/core-php/tools/scope.php. Edits are lost.';

    /** A name or several, each as PHP classes are named here. */
    private const PREFIX = '/^[A-Z][A-Za-z0-9_]*(?:\\\\[A-Z][A-Za-z0-9_]*)*$/D';

    /**
     * Writes the copy; the same sources and prefix give the same bytes. What an earlier run wrote to
     * the folder is replaced.
     *
     * @param list<string> $trees folders of PHP files, each as `Bluebridge\Core` is laid out
     * @return int how many classes were written
     * @throws RuntimeException with a sentence for whoever runs it, when the prefix is no namespace,
     *     the folder holds something else, a file is no PHP, or two trees have the same file
     */
    public static function write(array $trees, string $target, string $prefix): int
    {
        if (preg_match(self::PREFIX, $prefix) !== 1) {
            throw new RuntimeException("\"{$prefix}\" is not a namespace such as Acme\\Plugin.");
        }
        $sources = self::sources($trees);
        self::clear($target);
        foreach ($sources as $path => $file) {
            self::put("{$target}/src/{$path}", self::scoped($file, $prefix));
        }
        self::put("{$target}/autoload.php", self::autoloader($prefix));

        return count($sources);
    }

    /**
     * @param list<string> $trees
     * @return array<string, string> files by their paths inside the trees, in the order of the paths
     */
    private static function sources(array $trees): array
    {
        $sources = [];
        foreach ($trees as $tree) {
            foreach (self::filesBelow($tree) as $path => $file) {
                if (isset($sources[$path])) {
                    throw new RuntimeException("{$path} is in two trees.");
                }
                $sources[$path] = $file;
            }
        }
        ksort($sources, SORT_STRING);

        return $sources;
    }

    /** @return iterable<string, string> */
    private static function filesBelow(string $tree): iterable
    {
        $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($tree, FilesystemIterator::SKIP_DOTS));
        foreach ($files as $file) {
            if ($file instanceof SplFileInfo && $file->getExtension() === 'php') {
                yield str_replace('\\', '/', substr($file->getPathname(), strlen($tree) + 1)) => $file->getPathname();
            }
        }
    }

    /** Takes away what an earlier run wrote, and nothing that somebody else did. */
    private static function clear(string $target): void
    {
        if (!is_dir($target) || !(new FilesystemIterator($target))->valid()) {
            return;
        }
        $autoload = "{$target}/autoload.php";
        if (!is_file($autoload) || !str_contains(self::read($autoload), self::MARK)) {
            throw new RuntimeException("{$target} holds something else; name a new folder.");
        }
        $below = new RecursiveDirectoryIterator("{$target}/src", FilesystemIterator::SKIP_DOTS);
        foreach (new RecursiveIteratorIterator($below, RecursiveIteratorIterator::CHILD_FIRST) as $file) {
            if ($file instanceof SplFileInfo) {
                $file->isDir() ? rmdir($file->getPathname()) : unlink($file->getPathname());
            }
        }
    }

    private static function scoped(string $file, string $prefix): string
    {
        try {
            return ScopedSource::of(self::read($file), $prefix);
        } catch (ParseError $error) {
            throw new RuntimeException("{$file} is no PHP: {$error->getMessage()}.", previous: $error);
        }
    }

    private static function read(string $file): string
    {
        $text = file_get_contents($file);

        return $text !== false ? $text : throw new RuntimeException("{$file} cannot be read.");
    }

    private static function put(string $file, string $text): void
    {
        $folder = dirname($file);
        if ((!is_dir($folder) && !mkdir($folder, 0755, true)) || file_put_contents($file, $text) === false) {
            throw new RuntimeException("{$file} cannot be written.");
        }
    }

    private static function autoloader(string $prefix): string
    {
        $namespace = str_replace('\\', '\\\\', "{$prefix}\\Bluebridge\\Core\\");
        $mark = self::MARK;

        return <<<PHP
            <?php

            declare(strict_types=1);

            {$mark}

            spl_autoload_register(static function (string \$class): void {
                \$namespace = '{$namespace}';
                if (!str_starts_with(\$class, \$namespace)) {
                    return;
                }
                \$file = __DIR__ . '/src/' . str_replace('\\\\', '/', substr(\$class, strlen(\$namespace))) . '.php';
                if (is_file(\$file)) {
                    require \$file;
                }
            });

            PHP;
    }
}
