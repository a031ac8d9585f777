<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Request;

use Bluebridge\Core\Client\Server;
use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Request\RequestBuilder;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What only PHP can be given; everything else is in the vectors and the parity tests. */
final class RequestBuilderTest extends TestCase
{
    private const ROOM = ['name' => 'Room', 'meetingID' => 'abc123'];

    public function testNullIsNotSent(): void
    {
        self::assertSame(
            self::build(self::ROOM)->url,
            self::build(self::ROOM + ['welcome' => null, 'unknown' => null])->url,
        );
    }

    /** @param list<array{string, string, string|null}> $expected */
    #[DataProvider('valuesOfPhp')]
    public function testValueThatOnlyPhpHasIsRefused(mixed $value, array $expected): void
    {
        try {
            self::build(self::ROOM + ['duration' => $value]);
            self::fail('A request was built.');
        } catch (BbbException $error) {
            $found = array_map(static fn ($each): array => [$each->path, $each->rule, $each->allowed], $error->violations);
            self::assertSame($expected, $found);
        }
    }

    /** @return iterable<string, array{mixed, list<array{string, string, string|null}>}> */
    public static function valuesOfPhp(): iterable
    {
        yield 'a float without a fraction' => [60.0, [['duration', 'type', 'integer']]];
        yield 'no number at all' => [NAN, [['duration', 'type', 'number']]];
        yield 'an object' => [new \stdClass(), [['duration', 'type', 'number']]];
        yield 'the smallest integer' => [PHP_INT_MIN, [
            ['duration', 'min', '-9007199254740991'],
            ['duration', 'min', '0'],
        ]];
    }

    public function testNameThatPhpTurnsIntoANumberIsUnknown(): void
    {
        try {
            self::build(self::ROOM + ['7' => 'x']);
            self::fail('A request was built.');
        } catch (BbbException $error) {
            self::assertSame(BbbError::InvalidParams, $error->error);
            self::assertSame('7', $error->violations[0]->path ?? null);
        }
    }

    public function testBytesThatAreNoUtf8AreRefused(): void
    {
        $this->expectExceptionMessage('name: well_formed');
        self::build(['name' => "Caf\xE9", 'meetingID' => 'abc123']);
    }

    /** @param array<array-key, mixed> $params */
    private static function build(array $params): HttpRequest
    {
        return RequestBuilder::build(Server::from('https://bbb.example.org/bigbluebutton/', 'secret'), 'create', $params);
    }
}
