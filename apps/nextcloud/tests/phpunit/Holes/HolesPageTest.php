<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Holes;

use PHPUnit\Framework\TestCase;

/** The page of what was wrong elsewhere names a test for each row, and each test is there. */
final class HolesPageTest extends TestCase
{
    public function testEveryRowNamesTestsThatAreThere(): void
    {
        $root = dirname(__DIR__, 5);
        $rows = array_filter(explode("\n", (string) file_get_contents("{$root}/docs/nextcloud-holes.md")), static fn (string $line): bool => str_starts_with($line, '| '));
        $rows = array_slice(array_values($rows), 2);
        self::assertGreaterThanOrEqual(15, count($rows));
        foreach ($rows as $row) {
            $cells = explode('|', $row);
            preg_match_all('~`([^`]+)`~', $cells[3] ?? '', $named);
            self::assertNotSame([], $named[1], "No test in: {$row}");
            foreach ($named[1] as $test) {
                self::assertTrue(self::isThere($root, $test), "{$test} is not there");
            }
        }
    }

    /** A test is `Folder/Class::method`, or a file of the repository. */
    private static function isThere(string $root, string $test): bool
    {
        if (!str_contains($test, '::')) {
            return is_file("{$root}/{$test}");
        }
        [$class, $method] = explode('::', $test);

        return method_exists('OCA\\Bluebridge\\Tests\\' . strtr($class, '/', '\\'), $method);
    }
}
