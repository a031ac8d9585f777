<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Admin;

use Bluebridge\WordPress\Admin\ServerConnection;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Server\ServerSettings;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Server\WordPressTransport;
use Bluebridge\WordPress\Tests\RoomTestCase;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Probe\Prober;
use WP_Error;

final class ServerConnectionTest extends RoomTestCase
{
    private string $endpoint;

    private string $secret;

    protected function setUp(): void
    {
        parent::setUp();
        $this->endpoint = (string) getenv('BLUEBRIDGE_ENDPOINT');
        $this->secret = (string) getenv('BLUEBRIDGE_SECRET');
        putenv('BLUEBRIDGE_ENDPOINT');
        putenv('BLUEBRIDGE_SECRET');
    }

    protected function tearDown(): void
    {
        putenv("BLUEBRIDGE_ENDPOINT={$this->endpoint}");
        putenv("BLUEBRIDGE_SECRET={$this->secret}");
        parent::tearDown();
    }

    public function testAServerThatWorksIsKeptWithItsSecretSealed(): void
    {
        $result = $this->tryOut("{$this->endpoint}api", $this->secret);
        self::assertTrue($result['works'], $result['text']);
        $kept = (new ServerSettingsStore(new SealedText()))->read();
        self::assertSame(
            [$this->endpoint, $this->secret, 'bigbluebutton', 'sha256'],
            [$kept->endpoint, $kept->secret, $kept->dialect, $kept->hashAlgorithm],
        );
        self::assertStringNotContainsString($this->secret, (string) wp_json_encode(get_option(ServerSettingsStore::OPTION)));
        self::assertStringNotContainsString($this->secret, $result['text']);
        self::assertArrayNotHasKey(ServerSettingsStore::OPTION, wp_load_alloptions(true));
    }

    public function testAnEmptySecretKeepsTheOneThatIsThere(): void
    {
        $this->tryOut($this->endpoint, $this->secret);
        self::assertTrue($this->tryOut($this->endpoint, '')['works']);
    }

    public function testAKeptSecretIsSentToNoOtherServer(): void
    {
        $this->tryOut($this->endpoint, $this->secret);
        $asked = [];
        add_filter('pre_http_request', static function (mixed $answer, mixed $arguments, string $url) use (&$asked): WP_Error {
            $asked[] = $url;

            return new WP_Error('http_request_failed', 'cURL error 7: Failed to connect');
        }, 1, 3);
        $result = $this->tryOut('https://elsewhere.example/bigbluebutton/', '');
        self::assertSame([false, 'The secret is empty: paste the shared secret of the server.'], [$result['works'], $result['text']]);
        self::assertSame([], $asked);
    }

    public function testAddressAndSecretMayBePastedTogether(): void
    {
        $this->answerWhoKnows('in-the-same-field');
        $result = $this->tryOut("    URL: https://bbb.example/bigbluebutton/\n    Secret: in-the-same-field", '');
        self::assertTrue($result['works'], $result['text']);
        $kept = (new ServerSettingsStore(new SealedText()))->read();
        self::assertSame(['https://bbb.example/bigbluebutton/', 'in-the-same-field'], [$kept->endpoint, $kept->secret]);
    }

    public function testAServerThatDoesNotWorkIsNotKept(): void
    {
        $result = $this->tryOut($this->endpoint, 'wrong');
        self::assertSame([false, 'The server does not accept the secret: copy it again.'], [$result['works'], $result['text']]);
        self::assertFalse(get_option(ServerSettingsStore::OPTION));
    }

    public function testWhatWasKnownOfMeetingsIsForgotten(): void
    {
        (new MeetingWatches())->change('bb-old', 1, 'null');
        $this->tryOut($this->endpoint, $this->secret);
        self::assertNull((new MeetingWatches())->read('bb-old')->snapshot);
    }

    public function testWhatIsSaidOutsideWinsAndIsNotKept(): void
    {
        $this->actAs('admin');
        putenv("BLUEBRIDGE_SECRET={$this->secret}");
        $this->tryOut($this->endpoint, '');
        $option = get_option(ServerSettingsStore::OPTION);
        self::assertIsArray($option);
        self::assertSame(['', $this->endpoint], [$option['secret'] ?? null, $option['endpoint'] ?? null]);
        putenv('BLUEBRIDGE_ENDPOINT=https://elsewhere.example/');
        self::assertSame('https://elsewhere.example/', (new ServerSettingsStore(new SealedText()))->read()->endpoint);
    }

    public function testADumpOfTheSettingsShowsNoSecret(): void
    {
        self::assertStringNotContainsString('hidden', print_r(new ServerSettings('https://bbb.example/', 'hidden', ''), true));
    }

    /** Plays a server with a secret of its own. */
    private function answerWhoKnows(string $secret): void
    {
        add_filter('pre_http_request', static function (mixed $answer, mixed $arguments, string $url) use ($secret): array {
            $isCall = preg_match('~/api/(\w+)\?(.*?)&?checksum=(\w+)$~', $url, $found) === 1;
            $isProven = $isCall && hash_equals(hash('sha256', $found[1] . $found[2] . $secret), $found[3]);
            $result = $isProven ? 'SUCCESS</returncode><running>false</running>' : 'FAILED</returncode><messageKey>checksumError</messageKey>';

            return [
                'headers' => ['content-type' => 'text/xml'],
                'body' => "<response><returncode>{$result}<version>2.0</version></response>",
                'response' => ['code' => 200, 'message' => 'OK'],
                'cookies' => [],
                'filename' => null,
            ];
        }, PHP_INT_MAX, 3);
    }

    /** @return array{works: bool, text: string} */
    private function tryOut(string $endpoint, string $secret): array
    {
        $store = new ServerSettingsStore(new SealedText());
        $connection = new ServerConnection($store, new Prober(new WordPressTransport()), new MeetingWatches(), $this->clock);

        return $connection->tryOut(new ServerSettings($endpoint, $secret, ''));
    }
}
