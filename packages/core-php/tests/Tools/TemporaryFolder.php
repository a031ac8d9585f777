<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Tools;

use FilesystemIterator;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

/** A folder of one test. */
final class TemporaryFolder
{
    private readonly string $root;

    public function __construct()
    {
        $this->root = sys_get_temp_dir() . '/bluebridge-' . bin2hex(random_bytes(8));
        mkdir($this->root);
    }

    public function path(string $name): string
    {
        return "{$this->root}/{$name}";
    }

    public function read(string $path): string
    {
        return (string) file_get_contents($path);
    }

    public function write(string $path, string $text): void
    {
        if (!is_dir(dirname($path))) {
            mkdir(dirname($path), 0755, true);
        }
        file_put_contents($path, $text);
    }

    /** @return array<string, string> texts of all files in a folder, by their paths in it */
    public function contents(string $name): array
    {
        $contents = [];
        foreach ($this->entries($this->path($name)) as $entry) {
            if ($entry->isFile()) {
                $contents[substr($entry->getPathname(), strlen($this->path($name)) + 1)] = $this->read($entry->getPathname());
            }
        }
        ksort($contents);

        return $contents;
    }

    public function remove(): void
    {
        foreach ($this->entries($this->root) as $entry) {
            $entry->isDir() ? rmdir($entry->getPathname()) : unlink($entry->getPathname());
        }
        rmdir($this->root);
    }

    /** @return iterable<SplFileInfo> */
    private function entries(string $folder): iterable
    {
        $below = new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS);
        foreach (new RecursiveIteratorIterator($below, RecursiveIteratorIterator::CHILD_FIRST) as $entry) {
            if ($entry instanceof SplFileInfo) {
                yield $entry;
            }
        }
    }
}
