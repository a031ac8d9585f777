<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Holes;

use OCA\Bluebridge\AppInfo\SensitiveMethods;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use ReflectionClass;
use ReflectionMethod;
use SensitiveParameter;
use SplFileInfo;

/** Nextcloud is told of every method of the app that gets something to keep quiet about. */
final class SensitiveMethodsTest extends TestCase
{
    private const NAMES = [
        'secret', 'code', 'codes', 'password', 'pasted', 'typed', 'token', 'viewerCode', 'moderatorCode', 'linkPassword', 'moderatorToken', 'signed_parameters',
    ];

    /** Names that stand for something everybody may read. */
    private const HARMLESS = [
        'MeetingWatches::fail' => 'the code of an error',
        'RoomMapper::findByToken' => 'what the address of a room ends in',
        'GuestController::show' => 'what the address of a room ends in',
        'GuestController::status' => 'what the address of a room ends in',
        'Targets::find' => 'part of a name',
        'Visitor::__construct' => 'which code it was',
        'Visitors::entering' => 'which code it was',
        'Visitors::nameOr' => 'a name',
        'WayIn::goIn' => 'which code it was',
    ];

    public function testEveryMethodThatIsGivenASecretIsNamed(): void
    {
        $missing = [];
        foreach (self::methods() as $method) {
            $given = array_filter($method->getParameters(), static fn ($each): bool => in_array($each->getName(), self::NAMES, true)
                && $each->getAttributes(SensitiveParameter::class) === []
                && in_array((string) $each->getType(), ['string', '?string', 'array'], true));
            $name = "{$method->getDeclaringClass()->getShortName()}::{$method->getName()}";
            $isNamed = in_array($method->getName(), SensitiveMethods::ALL[$method->class] ?? [], true);
            if ($given !== [] && !$isNamed && !isset(self::HARMLESS[$name])) {
                $missing[] = $name;
            }
        }
        self::assertSame([], $missing);
    }

    /** @return iterable<ReflectionMethod> */
    private static function methods(): iterable
    {
        $lib = dirname(__DIR__, 3) . '/lib/';
        foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($lib, RecursiveDirectoryIterator::SKIP_DOTS)) as $file) {
            assert($file instanceof SplFileInfo);
            $class = 'OCA\\Bluebridge\\' . strtr(substr($file->getPathname(), strlen($lib), -4), '/', '\\');
            self::assertTrue(class_exists($class) || interface_exists($class), $class);
            foreach ((new ReflectionClass($class))->getMethods() as $method) {
                if ($method->class === $class) {
                    yield $method;
                }
            }
        }
    }
}
