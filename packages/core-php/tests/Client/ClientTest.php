<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\CallTrace;
use Bluebridge\Core\Client\Client;
use Bluebridge\Core\Client\RetryLimits;
use Bluebridge\Core\Client\Server;
use Bluebridge\Core\Client\Timeouts;
use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Request\RequestTarget;
use Bluebridge\Core\Response\HttpResponse;
use PHPUnit\Framework\Attributes\TestWith;

final class ClientTest extends ClientTestCase
{
    private const RUNNING = '<response><returncode>SUCCESS</returncode><running>true</running></response>';

    public function testSendsASignedRequestAndAnswersTheReply(): void
    {
        $transport = new ScriptedTransport(self::RUNNING);
        $reply = self::client($transport)->call('isMeetingRunning', ['meetingID' => 'abc123']);
        self::assertTrue($reply['running'] ?? null);
        self::assertMatchesRegularExpression(
            '~isMeetingRunning\?meetingID=abc123&checksum=[0-9a-f]{64}$~',
            $transport->sent[0]->url ?? '',
        );
    }

    public function testReportsEachCallWithoutSecrets(): void
    {
        $traces = [];
        $time = new QuickTime();
        $onCall = static function (CallTrace $trace) use (&$traces, $time): void {
            $traces[] = $trace;
            $time->at += 5;
        };
        $client = new Client(self::server(), new ScriptedTransport(self::RUNNING), onCall: $onCall, time: $time);
        $client->call('isMeetingRunning', ['meetingID' => 'abc123']);
        $client->joinUrl(['meetingID' => 'abc123', 'fullName' => 'Ada Lovelace', 'role' => 'VIEWER']);
        $url = 'https://bbb.example.org/bigbluebutton/api/isMeetingRunning?meetingID=abc123&checksum=***';
        self::assertEquals(new CallTrace('isMeetingRunning', 'GET', $url, 'SUCCESS', 0.0, 200), $traces[0] ?? null);
        self::assertSame('handed_to_browser', $traces[1]->outcome ?? null);
        self::assertDoesNotMatchRegularExpression('/Ada|[0-9a-f]{40}/', serialize($traces));
    }

    public function testRefusesBadParametersBeforeAnythingIsSent(): void
    {
        $transport = new ScriptedTransport();
        self::assertRefused(
            BbbError::InvalidParams,
            static fn (): array => self::client($transport)->call('isMeetingRunning', ['meetingID' => 'a,b']),
        );
        self::assertSame([], $transport->sent);
    }

    public function testDoesNotSendAJoinThatTheServerAnswersToBrowsersOnlyAndStillSignsItsLink(): void
    {
        $transport = new ScriptedTransport();
        $server = Server::from('https://bbb.example.org/bigbluebutton/', self::SECRET, 'scalelite');
        $client = new Client($server, $transport, time: new QuickTime());
        $params = ['meetingID' => 'abc123', 'fullName' => 'Ada', 'role' => 'VIEWER', 'redirect' => false];
        $error = self::assertRefused(BbbError::NotSupported, static fn (): array => $client->call('join', $params));
        self::assertStringContainsString('signed link', $error->getMessage());
        self::assertSame([], $transport->sent);
        self::assertMatchesRegularExpression('/redirect=false&checksum=[0-9a-f]{64}$/', $client->joinUrl($params));
    }

    public function testNamesTheCallOnAFailureThatIsNoneOfOursAndHidesEverythingElse(): void
    {
        $limits = new RetryLimits(attempts: 1);
        $client = new Client(self::server(), new ScriptedTransport(), retries: $limits, time: new QuickTime());
        $error = self::assertRefused(BbbError::Unreachable, static fn (): array => $client->call('getMeetings'));
        self::assertSame('getMeetings', $error->call);
        self::assertTrue($error->retryable);
        self::assertNull($error->getPrevious());
    }

    #[TestWith(['getMeetings', 8_000])]
    #[TestWith(['publishRecordings', 45_000])]
    public function testIsPatientAsTheCallNeeds(string $name, int $expected): void
    {
        self::assertSame($expected, (new Timeouts())->of($name));
        self::assertSame(7, (new Timeouts(1, 2, [$name => 7]))->of($name));
        self::assertSame($expected === 8_000 ? 1 : 2, (new Timeouts(1, 2))->of($name));
        $transport = new ScriptedTransport(ScriptedTransport::success('<published>true</published><meetings/>'));
        $params = $name === 'getMeetings' ? [] : ['recordID' => ['r-1'], 'publish' => true];
        self::client($transport)->call($name, $params);
        self::assertSame([$expected], $transport->limits);
    }

    public function testStreamsAListAndReportsItOnce(): void
    {
        $body = ScriptedTransport::success(
            '<recordings><recording><recordID>r1</recordID></recording><recording><recordID>r2</recordID></recording>'
            . '</recordings><totalElements>2</totalElements>',
        );
        $traces = [];
        $onCall = static function (CallTrace $trace) use (&$traces): void {
            $traces[] = $trace->outcome;
        };
        $client = new Client(self::server(), new ScriptedTransport($body, $body), onCall: $onCall, time: new QuickTime());
        $stream = $client->stream('getRecordings');
        self::assertSame(['r1', 'r2'], array_column(iterator_to_array($stream, false), 'recordID'));
        self::assertSame(2, $stream->rest()['totalElements'] ?? null);
        foreach ($client->stream('getRecordings') as $recording) {
            self::assertSame('r1', $recording['recordID'] ?? null);
            break;
        }
        self::assertSame(['SUCCESS', 'left_early'], $traces);
    }

    public function testRefusesAStreamedReplyWithTheServersOwnReason(): void
    {
        $client = self::client(new ScriptedTransport(ScriptedTransport::failed('checksumError')));
        $error = self::assertRefused(
            BbbError::ChecksumRejected,
            static fn (): array => iterator_to_array($client->stream('getMeetings'), false),
        );
        self::assertSame('checksumError', $error->messageKey);
    }

    public function testReadsAFailureThatJoinReportsByRedirecting(): void
    {
        $errors = rawurlencode('[{"key":"maxParticipantsReached","message":"full"},{"key":"checksumError"}]');
        $response = new HttpResponse(302, ['location' => "https://school.example.org/bye?a=b&errors={$errors}"], '');
        $join = static fn (): array => self::client(new ScriptedTransport($response))
            ->call('join', ['meetingID' => 'abc123', 'fullName' => 'Ada', 'role' => 'VIEWER']);
        self::assertSame('maxParticipantsReached', self::assertRefused(BbbError::SeatsExhausted, $join)->messageKey);
    }

    #[TestWith([''])]
    #[TestWith(['{}'])]
    #[TestWith(['[null]'])]
    #[TestWith(['[{"key":5}]'])]
    #[TestWith(['{"0":{"key":"checksumError"}}'])]
    public function testTakesAnyOtherRedirectForABadReply(string $errors): void
    {
        $location = 'https://school.example.org/bye?errors=' . rawurlencode($errors);
        $response = new HttpResponse(302, ['location' => $location], '');
        $call = static fn (): array => self::client(new ScriptedTransport($response))->call('getMeetings');
        self::assertSame('redirected', self::assertRefused(BbbError::BadReply, $call)->reason?->value);
    }

    public function testReadsRecordingsPageByPageAndEachOnce(): void
    {
        $page = static fn (string ...$ids): string => ScriptedTransport::success(
            '<recordings>' . implode('', array_map(
                static fn (string $id): string => "<recording><recordID>{$id}</recordID></recording>",
                $ids,
            )) . '</recordings>',
        );
        $transport = new ScriptedTransport($page('r1', 'r2'), $page('r2', 'r3'), $page('r4'));
        $found = [...self::client($transport)->recordings(['meetingID' => ['abc123']], 2)];
        self::assertSame(['r1', 'r2', 'r3', 'r4'], array_column($found, 'recordID'));
        self::assertStringContainsString('offset=4&limit=2', $transport->sent[2]->url ?? '');

        $all = new ScriptedTransport($page('r1', 'r2', 'r3'));
        self::assertCount(3, [...self::client($all)->recordings([], 2)], 'A server that knows no pages.');

        $server = self::server();
        $plain = new RequestTarget($server->endpoint, $server->secret, $server->dialect->with(['supportsRecordingPaging' => false]));
        $whole = new ScriptedTransport($page('r1', 'r2', 'r3'));
        self::assertCount(3, [...(new Client($plain, $whole, time: new QuickTime()))->recordings()]);
        self::assertStringNotContainsString('limit', $whole->sent[0]->url ?? '');
    }
}
