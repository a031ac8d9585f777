<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\Server;
use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class ServerTest extends TestCase
{
    private const SECRET = 'very-secret';

    #[TestWith(['https://bbb.example.org/bigbluebutton'])]
    #[TestWith(['https://bbb.example.org/bigbluebutton/'])]
    #[TestWith([' https://bbb.example.org/bigbluebutton/api '])]
    #[TestWith(['https://bbb.example.org/bigbluebutton/api/'])]
    #[TestWith(['HTTPS://BBB.example.org:443/bigbluebutton//'])]
    public function testEndpointIsCompleted(string $endpoint): void
    {
        $target = Server::from($endpoint, ' ' . self::SECRET . ' ');
        self::assertSame('https://bbb.example.org/bigbluebutton/', $target->endpoint);
        self::assertSame(self::SECRET, $target->secret);
    }

    #[TestWith(['http://127.0.0.1:8090', 'http://127.0.0.1:8090/'])]
    #[TestWith(['http://[::1]:80/b', 'http://[::1]/b/'])]
    #[TestWith(['https://a.example.org/4 ä%20', 'https://a.example.org/4%20%C3%A4%20/'])]
    public function testEndpointIsWrittenAsAUrlParserLeavesIt(string $given, string $expected): void
    {
        self::assertSame($expected, Server::from($given, self::SECRET)->endpoint);
    }

    #[TestWith(['bbb.example.org'])]
    #[TestWith(['ftp://bbb.example.org/'])]
    #[TestWith(['https://user:very-secret@bbb.example.org/'])]
    #[TestWith(['https://bbb.example.org/?a=b'])]
    #[TestWith(['https://bbb.example.org/#a'])]
    #[TestWith(['https://bbb.example.org/a/../b'])]
    #[TestWith(["https://bbb.example.org/a\nb"])]
    public function testUnusableEndpointIsRefusedWithoutTellingTheSecret(string $endpoint): void
    {
        self::assertRefused($endpoint, self::SECRET);
    }

    public function testEmptySecretAndUnknownDialectAreRefused(): void
    {
        self::assertRefused('https://bbb.example.org/', ' ');
        self::assertRefused('https://bbb.example.org/', self::SECRET, 'constructor');
    }

    private static function assertRefused(string $endpoint, string $secret, string $dialect = 'bigbluebutton'): void
    {
        try {
            Server::from($endpoint, $secret, $dialect);
            self::fail('The settings were taken.');
        } catch (BbbException $error) {
            self::assertSame(BbbError::NotConfigured, $error->error);
            self::assertStringNotContainsString(self::SECRET, $error->getMessage());
        }
    }
}
