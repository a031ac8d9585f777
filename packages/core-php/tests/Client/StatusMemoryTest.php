<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\Client;
use Bluebridge\Core\Client\StatusCache;
use Bluebridge\Core\Client\Transport;
use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Response\HttpResponse;

final class StatusMemoryTest extends ClientTestCase
{
    private const ASK = ['meetingID' => 'abc123'];

    public function testManyClientsWithinItsTimeMakeOneRequest(): void
    {
        $transport = new ScriptedTransport(ScriptedTransport::info());
        $time = new QuickTime();
        $cache = self::cache($time);
        for ($caller = 0; $caller < 10; $caller++) {
            $reply = self::caching($transport, $cache, $time)->call('getMeetingInfo', self::ASK);
            self::assertSame([1700, []], [$reply['createTime'] ?? null, $reply['attendees'] ?? null]);
            $time->at += 199;
        }
        self::assertSame(['getMeetingInfo'], $transport->asked);
        $time->at += 10;
        $later = new ScriptedTransport(ScriptedTransport::info());
        self::caching($later, $cache, $time)->call('getMeetingInfo', self::ASK);
        self::assertSame(['getMeetingInfo'], $later->asked);
    }

    public function testKeepsThatThereIsNoSuchMeetingButNoOtherFailure(): void
    {
        $transport = new ScriptedTransport(
            ScriptedTransport::failed('notFound'),
            ScriptedTransport::failed('checksumError'),
            ScriptedTransport::info(),
        );
        $time = new QuickTime();
        $client = self::caching($transport, self::cache($time), $time);
        $call = static fn (): array => $client->call('getMeetingInfo', self::ASK);
        self::assertRefused(BbbError::MeetingNotFound, $call);
        self::assertSame('notFound', self::assertRefused(BbbError::MeetingNotFound, $call)->messageKey);
        $time->at += 2_000;
        self::assertRefused(BbbError::ChecksumRejected, $call);
        self::assertSame(1700, $call()['createTime'] ?? null);
    }

    public function testIsEmptyAfterAChangeAndKeepsNothingOfBefore(): void
    {
        $time = new QuickTime();
        $cache = self::cache($time);
        $changing = self::caching(new ScriptedTransport(ScriptedTransport::success()), $cache, $time);
        $transport = new class ($changing) implements Transport {
            public int $asked = 0;

            public function __construct(private readonly Client $changing)
            {
            }

            public function send(HttpRequest $request, int $timeoutMs): HttpResponse
            {
                if ($this->asked++ === 0) {
                    // While this answer is on its way, somebody ends the meeting.
                    $this->changing->call('end', ['meetingID' => 'abc123']);
                }

                return new HttpResponse(200, [], ScriptedTransport::info());
            }
        };
        for ($call = 0; $call < 3; $call++) {
            self::caching($transport, $cache, $time)->call('getMeetingInfo', self::ASK);
        }
        self::assertSame(2, $transport->asked);
    }

    public function testNoKeyOrValueTellsOfASignedUrl(): void
    {
        $time = new QuickTime();
        $cache = self::cache($time);
        self::caching(new ScriptedTransport(ScriptedTransport::info()), $cache, $time)->call('getMeetingInfo', self::ASK);
        self::assertCount(1, $cache->kept);
        self::assertMatchesRegularExpression('/^[a-z0-9-]{10,80}$/', implode(' ', array_keys($cache->kept)));
        self::assertStringNotContainsString('checksum', serialize($cache->kept));
    }

    private static function caching(Transport $transport, StatusCache $cache, QuickTime $time): Client
    {
        return new Client(self::server(), $transport, statusCache: $cache, statusCacheMs: 2_000, time: $time);
    }

    /** @return StatusCache&object{kept: array<string, array{string, float}>} */
    private static function cache(QuickTime $time): StatusCache
    {
        return new class ($time) implements StatusCache {
            /** @var array<string, array{string, float}> JSON, and until when it is good */
            public array $kept = [];

            public function __construct(private readonly QuickTime $time)
            {
            }

            public function find(string $key): ?array
            {
                [$json, $until] = $this->kept[$key] ?? ['null', 0];
                $value = $this->time->now() < $until ? json_decode($json, true) : null;

                return is_array($value) ? $value : null;
            }

            public function keep(string $key, array $value, int $maxAgeMs): void
            {
                $this->kept[$key] = [json_encode($value, JSON_THROW_ON_ERROR), $this->time->now() + $maxAgeMs];
            }
        };
    }
}
