<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Response\HttpResponse;
use PHPUnit\Framework\Attributes\DataProvider;

final class RetriesTest extends ClientTestCase
{
    private const ASK = ['meetingID' => 'abc123'];

    #[DataProvider('passing')]
    public function testReadIsRepeatedAfterWhatMayPass(HttpResponse|BbbException $trouble): void
    {
        $time = new QuickTime();
        $transport = new ScriptedTransport($trouble, $trouble, ScriptedTransport::info());
        self::assertSame(1700, self::client($transport, $time)->call('getMeetingInfo', self::ASK)['createTime'] ?? null);
        self::assertSame([375, 750], $time->pauses);
    }

    /** @return iterable<string, array{HttpResponse|BbbException}> */
    public static function passing(): iterable
    {
        yield 'silence' => [self::timeout()];
        yield 'a gateway without server' => [ScriptedTransport::status(502)];
        yield 'a page under 500' => [ScriptedTransport::status(500, '<html>')];
        yield 'a balancer without servers' => [new HttpResponse(200, [], ScriptedTransport::failed('serverUnavailable'))];
    }

    #[DataProvider('lasting')]
    public function testReadIsNotRepeatedAfterWhatStays(string|HttpResponse $answer, BbbError $expected): void
    {
        $transport = new ScriptedTransport($answer);
        self::assertRefused($expected, static fn (): array => self::client($transport)->call('getMeetingInfo', self::ASK));
    }

    /** @return iterable<string, array{string|HttpResponse, BbbError}> */
    public static function lasting(): iterable
    {
        yield 'a refusal' => [ScriptedTransport::failed('checksumError'), BbbError::ChecksumRejected];
        yield 'a page instead of a reply' => ['<html>', BbbError::BadReply];
        yield 'an unknown meeting' => [ScriptedTransport::failed('notFound'), BbbError::MeetingNotFound];
        yield 'a refusal by the hoster' => [ScriptedTransport::status(403), BbbError::AccessDenied];
    }

    public function testReadIsTriedThreeTimes(): void
    {
        $transport = new ScriptedTransport(self::timeout(), self::timeout(), self::timeout());
        $error = self::assertRefused(
            BbbError::Timeout,
            static fn (): array => self::client($transport)->call('getMeetingInfo', self::ASK),
        );
        self::assertSame('getMeetingInfo', $error->call);
        self::assertCount(3, $transport->asked);
    }

    public function testWaitsAsLongAsTheServerAsks(): void
    {
        $date = 'Sun, 22 Nov 2026 10:00:00 GMT';
        $transport = new ScriptedTransport(
            new HttpResponse(503, ['retry-after' => '4'], ''),
            new HttpResponse(429, ['date' => $date, 'retry-after' => 'Sun, 22 Nov 2026 10:00:03 GMT'], ''),
            ScriptedTransport::info(),
        );
        $time = new QuickTime();
        self::client($transport, $time)->call('getMeetingInfo', self::ASK);
        self::assertSame([4000, 3000], $time->pauses);
    }

    public function testDoesNotWaitForAServerThatAsksForALongPause(): void
    {
        $transport = new ScriptedTransport(new HttpResponse(503, ['retry-after' => '600'], ''));
        self::assertRefused(
            BbbError::ServerUnavailable,
            static fn (): array => self::client($transport)->call('getMeetingInfo', self::ASK),
        );
    }

    public function testWriteThatIsNeitherCreateNorEndIsNeverRepeated(): void
    {
        $transport = new ScriptedTransport(self::timeout());
        $call = static fn (): array => self::client($transport)
            ->call('publishRecordings', ['recordID' => ['r-1'], 'publish' => true]);
        self::assertFalse(self::assertRefused(BbbError::Timeout, $call)->retryable);
    }
}
