<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\TransportFailure;
use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Response\HttpResponse;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;

final class CarefulWritesTest extends ClientTestCase
{
    private const ROOM = ['name' => 'Physics', 'meetingID' => 'abc123'];

    private const CREATED = '<response><returncode>SUCCESS</returncode><meetingID>abc123</meetingID>'
        . '<internalMeetingID>i-2</internalMeetingID><createTime>1800</createTime></response>';

    private const PASSWORDS = '<attendeePW>ap-1</attendeePW><moderatorPW>mp-1</moderatorPW>';

    private const ENDED = '<hasBeenForciblyEnded>true</hasBeenForciblyEnded>';

    #[DataProvider('losses')]
    public function testCreateWhoseAnswerIsLostIsAnsweredByTheMeetingThatIsThere(string|HttpResponse|BbbException $loss): void
    {
        $transport = new ScriptedTransport($loss, ScriptedTransport::info(self::PASSWORDS));
        $reply = self::client($transport)->call('create', self::ROOM);
        self::assertSame(['i-1', 1700, 'mp-1'], [$reply['internalMeetingID'] ?? null, $reply['createTime'] ?? null, $reply['moderatorPW'] ?? null]);
        self::assertSame(['create', 'getMeetingInfo'], $transport->asked);
    }

    /** @return iterable<string, array{string|HttpResponse|BbbException}> */
    public static function losses(): iterable
    {
        yield 'none at all' => [self::timeout()];
        yield 'a page under 500' => [ScriptedTransport::status(500, '<html>')];
        yield 'a page under 200' => ['<html>'];
        yield 'a reply that was cut' => [substr(self::CREATED, 0, -20)];
        yield 'a reply without what it must tell' => [ScriptedTransport::success()];
        yield 'nothing' => [''];
        yield 'more than is read' => [TransportFailure::tooLarge(1)];
    }

    public function testLostCreateMustNotBeRepeatedWhenNobodyKnows(): void
    {
        $transport = new ScriptedTransport(ScriptedTransport::status(504), ScriptedTransport::status(403));
        $error = self::assertRefused(
            BbbError::ServerUnavailable,
            static fn (): array => self::client($transport)->call('create', self::ROOM),
        );
        self::assertFalse($error->retryable);
        self::assertSame(['create', 'getMeetingInfo'], $transport->asked);
    }

    #[TestWith([302])]
    #[TestWith([404])]
    #[TestWith([413])]
    public function testCreateThatWasTurnedAwayIsNotLookedFor(int $status): void
    {
        $transport = new ScriptedTransport(ScriptedTransport::status($status, '<html>'));
        self::assertRefused(BbbError::BadReply, static fn (): array => self::client($transport)->call('create', self::ROOM));
    }

    public function testLostCreateIsSentOnceMoreWhenThereIsNoMeeting(): void
    {
        $transport = new ScriptedTransport(ScriptedTransport::status(502), ScriptedTransport::failed('notFound'), self::CREATED);
        self::assertSame('i-2', self::client($transport)->call('create', self::ROOM)['internalMeetingID'] ?? null);
        self::assertSame(['create', 'getMeetingInfo', 'create'], $transport->asked);
        self::assertSame($transport->sent[0]->url ?? '', $transport->sent[2]->url ?? null);
    }

    public function testLostCreateIsNotSentAThirdTime(): void
    {
        $absent = ScriptedTransport::failed('notFound');
        $transport = new ScriptedTransport(self::timeout(), $absent, self::timeout(), $absent);
        self::assertRefused(BbbError::Timeout, static fn (): array => self::client($transport)->call('create', self::ROOM));
    }

    public function testLostCreateIsAnsweredByTheFirstOneWhenTheSecondOneClashesWithIt(): void
    {
        $transport = new ScriptedTransport(
            self::timeout(),
            ScriptedTransport::failed('notFound'),
            ScriptedTransport::failed('idNotUnique'),
            ScriptedTransport::info(),
        );
        self::assertSame('i-1', self::client($transport)->call('create', self::ROOM)['internalMeetingID'] ?? null);
    }

    #[TestWith([self::PASSWORDS])]
    #[TestWith([self::ENDED])]
    public function testLostCreateIsNotAnsweredByAnotherMeeting(string $found): void
    {
        $transport = new ScriptedTransport(self::timeout(), ScriptedTransport::info($found));
        $params = self::ROOM + ['moderatorPW' => 'mp-2', 'attendeePW' => 'ap-1'];
        self::assertRefused(BbbError::Timeout, static fn (): array => self::client($transport)->call('create', $params));
    }

    public function testLostEndCountsAsDoneWhenTheMeetingIsGone(): void
    {
        foreach ([ScriptedTransport::failed('notFound'), ScriptedTransport::info(self::ENDED)] as $found) {
            $transport = new ScriptedTransport(self::timeout(), $found);
            self::assertSame('SUCCESS', self::client($transport)->call('end', ['meetingID' => 'abc123'])['returncode'] ?? null);
            self::assertSame(['end', 'getMeetingInfo'], $transport->asked);
        }
    }

    public function testLostEndIsNotSentAgainWhileTheMeetingLives(): void
    {
        $transport = new ScriptedTransport(self::timeout(), ScriptedTransport::info());
        $error = self::assertRefused(
            BbbError::Timeout,
            static fn (): array => self::client($transport)->call('end', ['meetingID' => 'abc123']),
        );
        self::assertSame('end', $error->call);
    }
}
