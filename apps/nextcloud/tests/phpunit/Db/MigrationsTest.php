<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Db;

use OCP\Migration\SimpleMigrationStep;
use PHPUnit\Framework\TestCase;

/** Nextcloud looks at the names of migrations only, and runs new ones only when the app's version has grown. */
final class MigrationsTest extends TestCase
{
    private const APP = __DIR__ . '/../../..';

    public function testEachIsWhatItsFileSaysAndHasAMomentOfItsOwn(): void
    {
        $moments = [];
        foreach (self::names() as $name) {
            self::assertMatchesRegularExpression('/^Version\d{6}Date\d{14}$/', $name);
            self::assertTrue(is_a("OCA\\Bluebridge\\Migration\\{$name}", SimpleMigrationStep::class, true), $name);
            $moments[] = substr($name, -14);
        }
        self::assertSame(array_values(array_unique($moments)), $moments);
        // In the order of their names, which is that of their versions, they are in the order of their moments too.
        $sorted = $moments;
        sort($sorted);
        self::assertSame($sorted, $moments);
    }

    public function testNoneIsOfALaterVersionThanTheApp(): void
    {
        preg_match('~<version>(\d+)\.(\d+)\.\d+</version>~', (string) file_get_contents(self::APP . '/appinfo/info.xml'), $version);
        self::assertCount(3, $version);
        foreach (self::names() as $name) {
            self::assertLessThanOrEqual(sprintf('Version%03d%d00', $version[1], $version[2]), substr($name, 0, 13), $name);
        }
    }

    /** @return list<string> in the order in which they run */
    private static function names(): array
    {
        $files = glob(self::APP . '/lib/Migration/*.php');
        self::assertIsArray($files);
        self::assertNotSame([], $files);

        return array_values(array_map(static fn (string $file): string => basename($file, '.php'), $files));
    }
}
