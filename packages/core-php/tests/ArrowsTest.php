<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Folders depend on each other as in the TypeScript core; what stands above may use what stands below. */
final class ArrowsTest extends TestCase
{
    private const ALLOWED = [
        'Callbacks' => ['Signing', 'Catalogue', 'Errors'],
        'Client' => ['Request', 'Response', 'Validation', 'Signing', 'Dialects', 'Catalogue', 'Errors'],
        'Request' => ['Validation', 'Signing', 'Dialects', 'Catalogue', 'Errors'],
        'Response' => ['Validation', 'Signing', 'Dialects', 'Catalogue', 'Errors'],
        'Rooms' => ['Dialects', 'Catalogue', 'Errors'],
        'Validation' => ['Dialects', 'Catalogue', 'Errors'],
        'Signing' => ['Catalogue', 'Errors'],
        'Dialects' => ['Catalogue', 'Errors'],
        'Catalogue' => ['Errors'],
        'Errors' => [],
    ];

    #[DataProvider('folders')]
    public function testFolderUsesOnlyWhatStandsBelowIt(string $folder, string $files): void
    {
        $allowed = self::ALLOWED[$folder] ?? null;
        self::assertIsArray($allowed, "The arrows of {$folder} are missing here.");
        $used = [];
        foreach (self::filesBelow($files) as $file) {
            preg_match_all('/Bluebridge\\\\Core\\\\(\w+)\\\\/', (string) file_get_contents($file), $matches);
            array_push($used, ...$matches[1]);
        }
        self::assertSame([], array_values(array_diff(array_unique($used), [$folder, ...$allowed])));
    }

    /** @return iterable<string, array{string, string}> */
    public static function folders(): iterable
    {
        foreach (['src', 'src-generated'] as $tree) {
            $folders = glob(__DIR__ . "/../{$tree}/*");
            foreach ($folders === false ? [] : $folders as $path) {
                $name = basename($path);
                yield "{$tree}/{$name}" => [$name, $path];
            }
        }
    }

    /** @return iterable<string> */
    private static function filesBelow(string $folder): iterable
    {
        $files = new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($folder, \FilesystemIterator::SKIP_DOTS));
        foreach ($files as $file) {
            if ($file instanceof \SplFileInfo && $file->getExtension() === 'php') {
                yield $file->getPathname();
            }
        }
    }
}
