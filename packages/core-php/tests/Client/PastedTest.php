<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\Probe\Pasted;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class PastedTest extends TestCase
{
    private const SECRET = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';

    #[TestWith(['https://bbb.example.org/bigbluebutton/'])]
    #[TestWith(['https://bbb.example.org/bigbluebutton'])]
    #[TestWith(['https://bbb.example.org/bigbluebutton/api'])]
    #[TestWith(['https://bbb.example.org'])]
    #[TestWith(['bbb.example.org/'])]
    #[TestWith(['bbb.example.org/bigbluebutton/api'])]
    #[TestWith(['//bbb.example.org/bigbluebutton'])]
    #[TestWith(["  https://bbb.example.org/bigbluebutton/ \t\n"])]
    #[TestWith(['https://bbb.example.org//bigbluebutton//'])]
    #[TestWith(['"https://bbb.example.org/bigbluebutton/"'])]
    #[TestWith(['„https://bbb.example.org/bigbluebutton/“'])]
    #[TestWith(['<https://bbb.example.org/bigbluebutton/>.'])]
    #[TestWith(["\u{200b}https://bbb.example.org/bigbluebutton/\u{feff}"])]
    #[TestWith(['HTTPS://BBB.Example.ORG/bigbluebutton/'])]
    #[TestWith(['https:/bbb.example.org/bigbluebutton'])]
    #[TestWith(['https//bbb.example.org/bigbluebutton'])]
    #[TestWith(['https://bbb.example.org:443/bigbluebutton/'])]
    #[TestWith(['https://bbb.example.org/bigbluebutton/api/create?name=a&meetingID=b&checksum=0123abcd#x'])]
    #[TestWith(['https://bbb.example.org/bigbluebutton/api/hooks/list?checksum=0123abcd'])]
    #[TestWith(['https://bbb.example.org/bigbluebutton/html5client/'])]
    #[TestWith(['URL: https://bbb.example.org/bigbluebutton/'])]
    #[TestWith(['BIGBLUEBUTTON_ENDPOINT=https://bbb.example.org/bigbluebutton/'])]
    public function testAddressLeadsToTheEndpoint(string $text): void
    {
        self::assertSame('https://bbb.example.org/bigbluebutton/', self::read($text));
    }

    #[TestWith(['http://localhost:8090', 'http://localhost:8090/bigbluebutton/'])]
    #[TestWith(['bbb.example.org:8443/bigbluebutton', 'https://bbb.example.org:8443/bigbluebutton/'])]
    #[TestWith(['https://[::1]:8090/bigbluebutton', 'https://[::1]:8090/bigbluebutton/'])]
    #[TestWith(['https://bbb.example.org/api', 'https://bbb.example.org/'])]
    #[TestWith(['https://app.example.org/de/bbb-integration/api', 'https://app.example.org/de/bbb-integration/'])]
    #[TestWith(['app.example.org/de', 'https://app.example.org/de/bbb-integration/'])]
    #[TestWith(['https://b3.example.org/bbb/school-7', 'https://b3.example.org/bbb/school-7/'])]
    #[TestWith(['https://b3.example.org/bbb/school-7/bigbluebutton/api', 'https://b3.example.org/bbb/school-7/bigbluebutton/'])]
    public function testAddressLeadsToTheLikeliestEndpointFirst(string $text, string $endpoint): void
    {
        self::assertSame($endpoint, self::read($text));
    }

    #[TestWith(['', 'endpoint_empty'])]
    #[TestWith([" \n \"\" ", 'endpoint_empty'])]
    #[TestWith(['ftp://bbb.example.org/', 'endpoint_not_http'])]
    #[TestWith(['https://user:pw@bbb.example.org/', 'endpoint_has_credentials'])]
    #[TestWith(['https://bbb.example.org@evil.example/', 'endpoint_has_credentials'])]
    #[TestWith(['our server', 'endpoint_unreadable'])]
    #[TestWith(['https://exa mple', 'endpoint_unreadable'])]
    #[TestWith([self::SECRET, 'endpoint_unreadable'])]
    public function testWhatCannotBeAnAddressIsRefused(string $text, string $failure): void
    {
        self::assertSame($failure, self::read($text));
    }

    #[TestWith([' ' . self::SECRET . "\n"])]
    #[TestWith(['"' . self::SECRET . '"'])]
    #[TestWith(['Secret: ' . self::SECRET])]
    #[TestWith(['BBB_SECRET=' . self::SECRET])]
    #[TestWith(["\u{200b}" . self::SECRET . "\u{a0}"])]
    public function testSecretIsTakenAlone(string $typed): void
    {
        self::assertSame('https://bbb.example.org/bigbluebutton/', self::read('bbb.example.org', $typed));
    }

    #[TestWith(['', 'secret_empty'])]
    #[TestWith(['  ', 'secret_empty'])]
    #[TestWith(['https://bbb.example.org/bigbluebutton/', 'secret_looks_like_url'])]
    #[TestWith(['bbb.example.org/bigbluebutton/api', 'secret_looks_like_url'])]
    public function testWhatCannotBeASecretIsRefused(string $typed, string $failure): void
    {
        self::assertSame($failure, self::read('bbb.example.org', $typed));
    }

    #[TestWith(["    URL: https://bbb.example.org/bigbluebutton/\n    Secret: " . self::SECRET . "\n\n    Link to the API-Mate:\n"
        . '    https://mconf.github.io/api-mate/#server=https://bbb.example.org/bigbluebutton/&sharedSecret=' . self::SECRET])]
    #[TestWith(['URL: https://bbb.example.org/bigbluebutton/ Secret: ' . self::SECRET])]
    #[TestWith(["BIGBLUEBUTTON_ENDPOINT=https://bbb.example.org/bigbluebutton/\r\nBIGBLUEBUTTON_SECRET=" . self::SECRET])]
    #[TestWith(['https://mconf.github.io/api-mate/#server=https://bbb.example.org/bigbluebutton/&sharedSecret=' . self::SECRET])]
    public function testSecretIsFoundBesideTheAddress(string $text): void
    {
        self::assertSame('https://bbb.example.org/bigbluebutton/', self::read($text, ''));
    }

    /** The likeliest endpoint, or why there is none. */
    private static function read(string $endpoint, string $secret = self::SECRET): string
    {
        $pasted = Pasted::read($endpoint, $secret);
        if (!$pasted instanceof Pasted) {
            return $pasted->value;
        }
        self::assertSame(self::SECRET, $pasted->secret);

        return $pasted->origins[0] . ($pasted->paths[0] ?? '');
    }
}
