<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Health;

use Bluebridge\WordPress\Admin\ServerConnection;
use Bluebridge\WordPress\Health\CallbackCheck;
use Bluebridge\WordPress\Health\ClockCheck;
use Bluebridge\WordPress\Health\CronCheck;
use Bluebridge\WordPress\Health\ObjectCacheCheck;
use Bluebridge\WordPress\Health\SecretCheck;
use Bluebridge\WordPress\Health\ServerCheck;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Server\WordPressTransport;
use Bluebridge\WordPress\SystemClock;
use Bluebridge\WordPress\Tests\RoomTestCase;
use Bluebridge\WordPress\Tests\TestClock;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Probe\Prober;

final class HealthTest extends RoomTestCase
{
    public function testSiteHealthHasTheChecks(): void
    {
        /** @var array{direct: array<string, array{test: callable(): array<string, string>}>, async: array<string, mixed>} $tests */
        $tests = apply_filters('site_status_tests', ['direct' => [], 'async' => []]);
        self::assertSame(['bluebridge_server', 'bluebridge_clock', 'bluebridge_callbacks'], array_keys($tests['async']));
        foreach (['secret', 'cron', 'cache'] as $name) {
            $result = ($tests['direct']["bluebridge_{$name}"]['test'])();
            self::assertSame("bluebridge_{$name}", $result['test']);
            self::assertContains($result['status'], ['good', 'recommended', 'critical']);
        }
    }

    public function testTheServerIsFoundWellOrWhatIsWrongIsSaid(): void
    {
        $this->actAs('admin');
        self::assertSame('good', $this->finding('server')['status']);
        $this->traffic->breakDown();
        ['status' => $status, 'description' => $description] = $this->finding('server');
        self::assertSame('critical', $status);
        self::assertStringContainsString('cannot be reached', $description);
    }

    public function testAWrongSecretIsFound(): void
    {
        $this->actAs('admin');
        $secret = (string) getenv('BLUEBRIDGE_SECRET');
        putenv('BLUEBRIDGE_SECRET=wrong');
        try {
            $store = new ServerSettingsStore(new SealedText());
            $servers = new Servers($store, new WordPressTransport());
            $connection = fn (): ServerConnection => new ServerConnection(
                $store,
                new Prober(new WordPressTransport()),
                new MeetingWatches(),
                $this->clock,
            );
            $finding = (new ServerCheck($servers, $store, $connection))->finding();
        } finally {
            putenv("BLUEBRIDGE_SECRET={$secret}");
        }
        self::assertSame(['critical', 'The server does not accept the secret: copy it again.'], [$finding->status, $finding->text]);
    }

    public function testClocksThatDisagreeAreFound(): void
    {
        $store = new ServerSettingsStore(new SealedText());
        $status = static fn (int $seconds): string => (new ClockCheck(
            $store,
            new WordPressTransport(),
            new TestClock((time() + $seconds) * 1000),
        ))->finding()->status;
        self::assertSame(['good', 'recommended', 'critical'], [$status(0), $status(120), $status(-900)]);
    }

    public function testASecretOutsideWordPressIsWellKept(): void
    {
        $finding = (new SecretCheck(new ServerSettingsStore(new SealedText())))->finding();
        self::assertSame('good', $finding->status);
        $endpoint = (string) getenv('BLUEBRIDGE_ENDPOINT');
        putenv('BLUEBRIDGE_ENDPOINT=http://bbb.example.org/bigbluebutton/');
        try {
            $plain = (new SecretCheck(new ServerSettingsStore(new SealedText())))->finding();
        } finally {
            putenv("BLUEBRIDGE_ENDPOINT={$endpoint}");
        }
        self::assertSame('recommended', $plain->status);
    }

    public function testASecretThatCannotBeReadAnyMoreIsFound(): void
    {
        $secret = (string) getenv('BLUEBRIDGE_SECRET');
        $endpoint = (string) getenv('BLUEBRIDGE_ENDPOINT');
        putenv('BLUEBRIDGE_SECRET');
        putenv('BLUEBRIDGE_ENDPOINT');
        update_option(ServerSettingsStore::OPTION, [
            'endpoint' => 'https://bbb.example.org/bigbluebutton/',
            'secret' => 'sealed-1:' . base64_encode(str_repeat('x', 80)),
        ]);
        try {
            $finding = (new SecretCheck(new ServerSettingsStore(new SealedText())))->finding();
        } finally {
            putenv("BLUEBRIDGE_SECRET={$secret}");
            putenv("BLUEBRIDGE_ENDPOINT={$endpoint}");
        }
        self::assertSame(['critical', true], [$finding->status, str_contains($finding->label, 'cannot be read')]);
    }

    public function testTasksThatAreLateAreFound(): void
    {
        $clock = new SystemClock();
        self::assertSame('good', (new CronCheck($clock))->finding()->status);
        wp_schedule_single_event(time() - HOUR_IN_SECONDS, 'bluebridge_health_test');
        $finding = (new CronCheck($clock))->finding();
        self::assertSame('recommended', $finding->status);
        self::assertStringContainsString('60 minutes late', $finding->label);
    }

    public function testASiteThatOnlyThisMachineKnowsGetsNoMessages(): void
    {
        self::assertSame('recommended', (new CallbackCheck())->finding()->status);
        $atHome = static fn (): string => 'https://school.home.arpa/wp-json/bluebridge/v1';
        add_filter('rest_url', $atHome);
        self::assertStringContainsString('school.home.arpa', (new CallbackCheck())->finding()->text);
        remove_filter('rest_url', $atHome);
        add_filter('rest_url', static fn (): string => 'https://school.example.org/wp-json/bluebridge/v1');
        $answer = static fn (int $code): callable => static fn (): array => ['response' => ['code' => $code], 'headers' => [], 'body' => ''];
        add_filter('pre_http_request', $answer(200));
        self::assertSame('good', (new CallbackCheck())->finding()->status);
        add_filter('pre_http_request', $answer(403), 11);
        self::assertStringContainsString('403', (new CallbackCheck())->finding()->text);
    }

    public function testAnObjectCacheThatForgetsIsFound(): void
    {
        self::assertSame('good', (new ObjectCacheCheck())->finding()->status);
        wp_suspend_cache_addition(false);
        $cache = $GLOBALS['wp_object_cache'];
        $GLOBALS['wp_object_cache'] = new ForgetfulCache();
        try {
            $finding = (new ObjectCacheCheck())->finding();
        } finally {
            $GLOBALS['wp_object_cache'] = $cache;
        }
        self::assertSame('critical', $finding->status);
    }

    public function testWhatSupportIsToldHoldsNoSecret(): void
    {
        /** @var array{bluebridge: array{fields: array<string, array<string, mixed>>}} $information */
        $information = apply_filters('debug_information', []);
        self::assertTrue($information['bluebridge']['fields']['endpoint']['private'] ?? false);
        self::assertStringNotContainsString((string) getenv('BLUEBRIDGE_SECRET'), (string) wp_json_encode($information));
    }

    /** @return array{status: string, description: string} */
    private function finding(string $check): array
    {
        $reply = $this->rest('GET', "/bluebridge/v1/health/{$check}");
        self::assertSame(200, $reply->get_status());
        $data = (array) $reply->get_data();
        self::assertIsString($data['status']);
        self::assertIsString($data['description']);

        return ['status' => $data['status'], 'description' => $data['description']];
    }
}
