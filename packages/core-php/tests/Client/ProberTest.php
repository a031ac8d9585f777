<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\LostReason;
use Bluebridge\Core\Client\Probe\Prober;
use Bluebridge\Core\Client\Probe\ProbeFailure;
use Bluebridge\Core\Client\Probe\ProbeResult;
use Bluebridge\Core\Client\TransportFailure;
use Bluebridge\Core\Response\HttpResponse;
use Bluebridge\Core\Signing\HashAlgorithm;
use Closure;
use PHPUnit\Framework\Attributes\DataProvider;

final class ProberTest extends ClientTestCase
{
    private const RUNNING = '<response><returncode>SUCCESS</returncode><running>false</running></response>';

    public function testTellsOfAPlainServerWhatItCanAndHowThatShows(): void
    {
        [$result, $asked] = self::probing('bbb.example.org', self::plain(...));
        self::assertNull($result->failure);
        self::assertSame(9, $result->callsMade);
        self::assertSame('https://bbb.example.org/bigbluebutton/api/isMeetingRunning', $asked[0] ?? null);
        self::assertSame([
            'probedAt' => 42,
            'endpoint' => 'https://bbb.example.org/bigbluebutton/',
            'hashAlgorithm' => HashAlgorithm::Sha256,
            'hooksHashAlgorithm' => null,
            'version' => '3.0.4',
            'apiVersion' => '2.0',
            'dialect' => 'bigbluebutton',
            'dialectBecause' => 'nothing_else',
            'calls' => [
                'isMeetingRunning' => ['supported' => 'yes', 'evidence' => 'SUCCESS'],
                'getMeetings' => ['supported' => 'yes', 'evidence' => 'noMeetings'],
                'getRecordings' => ['supported' => 'yes', 'evidence' => 'noRecordings'],
                'hooks/list' => ['supported' => 'no', 'evidence' => 'missing'],
                'updateRecordings' => ['supported' => 'yes', 'evidence' => 'notFound'],
                'getRecordingTextTracks' => ['supported' => 'yes', 'evidence' => 'noRecordings'],
                'sendChatMessage' => ['supported' => 'yes', 'evidence' => 'meetingNotFound'],
            ],
        ], $result->record === null ? null : get_object_vars($result->record));
    }

    public function testKnowsABalancerByItsBuild(): void
    {
        $serve = static fn (string $address, string $call): string => match ($call) {
            '' => ScriptedTransport::success('<version>2.0</version><build>1.6.2</build>'),
            'isMeetingRunning' => self::RUNNING,
            'getMeetings', 'getRecordings' => ScriptedTransport::success(),
            default => ScriptedTransport::failed('unsupportedRequest'),
        };
        $record = self::probing('https://lb.example.org', $serve)[0]->record;
        self::assertSame(['scalelite', 'build'], [$record?->dialect, $record?->dialectBecause]);
        self::assertSame(['supported' => 'no', 'evidence' => 'unsupportedRequest'], $record->calls['hooks/list'] ?? null);
    }

    public function testKnowsAnIntegrationApiByItsPathOrByTheCallsItLacks(): void
    {
        $serve = static fn (string $address, string $call): string|HttpResponse
            => str_contains($address, '/de/bbb-integration/api/') ? self::RUNNING : ScriptedTransport::status(404);
        [$result, $asked] = self::probing('app.example.org', $serve);
        self::assertSame('https://app.example.org/de/bbb-integration/', $result->record?->endpoint);
        self::assertSame('https://app.example.org/api/isMeetingRunning', $asked[1] ?? null);

        $lacking = static fn (string $address, string $call, int $digits): string|HttpResponse => match ($call) {
            'hooks/list' => ScriptedTransport::success('<hooks/>'),
            'updateRecordings', 'getRecordingTextTracks' => ScriptedTransport::status(404),
            default => self::plain($address, $call, $digits),
        };
        $record = self::probing('https://bbb.example.org/bigbluebutton/', $lacking)[0]->record;
        self::assertSame(['integration', 'missing_calls'], [$record?->dialect, $record?->dialectBecause]);
    }

    public function testTellsTheAlgorithmOfHooksApart(): void
    {
        $serve = static fn (string $address, string $call, int $digits): string|HttpResponse => $call !== 'hooks/list'
            ? self::plain($address, $call, $digits)
            : ($digits === 40 ? ScriptedTransport::success('<hooks/>') : ScriptedTransport::failed('checksumError'));
        $record = self::probing('bbb.example.org', $serve)[0]->record;
        self::assertSame([HashAlgorithm::Sha256, HashAlgorithm::Sha1], [$record?->hashAlgorithm, $record?->hooksHashAlgorithm]);
    }

    public function testAsksNoMoreThanTwelveTimes(): void
    {
        $serve = static fn (string $address, string $call, int $digits): string|HttpResponse => match (true) {
            !str_contains($address, '.org/bigbluebutton/') => ScriptedTransport::status(404),
            $digits !== 0 && $digits !== 40 => ScriptedTransport::failed('checksumError'),
            default => self::plain($address, $call, $digits),
        };
        $result = self::probing('https://bbb.example.org/b/c', $serve, allowSha1: true)[0];
        self::assertSame([null, 12, HashAlgorithm::Sha1], [$result->failure, $result->callsMade, $result->record?->hashAlgorithm]);
        self::assertSame('not_asked', $result->record?->calls['sendChatMessage']['evidence'] ?? null);

        $tooOld = self::probing('https://bbb.example.org/bigbluebutton', $serve)[0];
        self::assertSame(ProbeFailure::AlgorithmTooOld, $tooOld->failure);
        self::assertNotNull($tooOld->record);
    }

    public function testSaysThatAServerAnswersWhateverTheChecksumIs(): void
    {
        $transport = new ScriptedTransport(self::RUNNING, self::RUNNING);
        $result = (new Prober($transport))->probe('bbb.example.org', self::SECRET, 1);
        self::assertSame([ProbeFailure::ChecksumNotChecked, 2], [$result->failure, $result->callsMade]);
        self::assertStringEndsWith('checksum=' . str_repeat('0', 64), $transport->sent[1]->url ?? '');
    }

    /** @param Closure(string, string, int): (string|HttpResponse) $serve */
    #[DataProvider('failures')]
    public function testSaysWhatIsWrong(ProbeFailure $expected, Closure $serve): void
    {
        $result = self::probing('bbb.example.org', $serve)[0];
        self::assertSame($expected, $result->failure);
        self::assertNull($result->record);
    }

    /** @return iterable<string, array{ProbeFailure, Closure(string, string, int): (string|HttpResponse)}> */
    public static function failures(): iterable
    {
        $always = static fn (string|HttpResponse $answer): Closure => static fn (): string|HttpResponse => $answer;
        $redirect = static fn (string $to): Closure => $always(new HttpResponse(302, ['location' => $to], ''));
        yield 'a page for people' => [ProbeFailure::NotBigbluebutton, $always('<!doctype html><h1>Welcome</h1>')];
        yield 'other XML' => [ProbeFailure::NotBigbluebutton, $always('<rss/>')];
        yield 'a login page' => [ProbeFailure::NotBigbluebutton, $redirect('/login')];
        yield 'nothing at any path' => [ProbeFailure::ApiNotFound, $always(ScriptedTransport::status(404))];
        yield 'a redirect' => [ProbeFailure::RedirectedElsewhere, $redirect('https://x.example/')];
        yield 'a redirect without scheme' => [ProbeFailure::RedirectedElsewhere, $redirect('//x.example/')];
        yield 'a closed door' => [ProbeFailure::Forbidden, $always(ScriptedTransport::status(403, 'no'))];
        yield 'a proxy without server' => [ProbeFailure::ServerBusy, $always(ScriptedTransport::status(502, '<html>'))];
        yield 'a balancer without servers' => [ProbeFailure::ServerBusy, $always(ScriptedTransport::failed('serverUnavailable'))];
        yield 'a switched-off API' => [ProbeFailure::ApiDisabled, $always(ScriptedTransport::failed('apiNotEnabled'))];
        yield 'a refusal nobody knows' => [ProbeFailure::ServerRefused, $always(ScriptedTransport::failed('apiKeyError'))];
        yield 'no checksum accepted' => [ProbeFailure::WrongSecret, $always(ScriptedTransport::failed('checksumError'))];
    }

    public function testSaysWhyNobodyAnswered(): void
    {
        foreach (LostReason::cases() as $why) {
            $transport = new ScriptedTransport(TransportFailure::lost($why));
            $result = (new Prober($transport))->probe('https://bbb.example.org', self::SECRET, 1);
            self::assertSame([$why->value, 1], [$result->failure?->value, $result->callsMade]);
        }
        $transport = new ScriptedTransport(
            TransportFailure::lost(LostReason::Unreachable),
            TransportFailure::lost(LostReason::TlsUntrusted),
        );
        $result = (new Prober($transport))->probe('http://bbb.example.org', self::SECRET, 1);
        self::assertSame(ProbeFailure::TlsUntrusted, $result->failure, 'A server is there.');
    }

    public function testFollowsARedirectToHttpsOnTheSameHostOnly(): void
    {
        $moved = static fn (string $to): Closure => static fn (string $address): string|HttpResponse
            => str_starts_with($address, 'http:') ? new HttpResponse(301, ['location' => $to], '') : self::RUNNING;
        $found = self::probing('http://bbb.example.org', $moved('https://bbb.example.org/anything'))[0];
        self::assertSame('https://bbb.example.org/bigbluebutton/', $found->record?->endpoint);

        $others = ['https://bbb.example.org.evil.example/', 'https://evil.example/', 'https://bbb.example.org:8443/', '//evil.example/'];
        foreach ($others as $other) {
            [$result, $asked] = self::probing('http://bbb.example.org', $moved($other));
            self::assertSame(ProbeFailure::RedirectedElsewhere, $result->failure);
            foreach ($asked as $address) {
                self::assertStringStartsWith('http://bbb.example.org/', $address);
            }
        }
    }

    public function testHasANextStepOfItsOwnForEachFailure(): void
    {
        $steps = array_map(static fn (ProbeFailure $failure): string => $failure->nextStep(), ProbeFailure::cases());
        self::assertSame($steps, array_values(array_unique($steps)));
        $source = (string) file_get_contents(__DIR__ . '/../../../core/src/client/probe/failures.ts');
        preg_match_all("/^  (\w+): '(\w+)',$/m", $source, $found);
        self::assertSame($found[1], array_column(ProbeFailure::cases(), 'value'));
        self::assertSame($found[2], $steps);
    }

    /**
     * A plain server: hooks are not installed.
     */
    private static function plain(string $address, string $call, int $digits): string|HttpResponse
    {
        if (!str_contains($address, '.org/bigbluebutton/api')) {
            return ScriptedTransport::status(404, '<!doctype html><title>404</title>');
        }

        return match ($call) {
            '' => ScriptedTransport::success('<version>2.0</version><bbbVersion>3.0.4</bbbVersion>'),
            'isMeetingRunning' => self::RUNNING,
            'getMeetings' => ScriptedTransport::success('<meetings/><messageKey>noMeetings</messageKey>'),
            'getRecordings' => ScriptedTransport::success('<recordings/><messageKey>noRecordings</messageKey>'),
            'updateRecordings' => ScriptedTransport::failed('notFound'),
            'getRecordingTextTracks' => '{"response":{"returncode":"FAILED","messageKey":"noRecordings"}}',
            'sendChatMessage' => ScriptedTransport::failed('meetingNotFound'),
            default => ScriptedTransport::status(404),
        };
    }

    /**
     * @param Closure(string, string, int): (string|HttpResponse) $serve
     * @return array{ProbeResult, list<string>}
     */
    private static function probing(string $pasted, Closure $serve, bool $allowSha1 = false): array
    {
        $transport = new HostTransport($serve);
        $result = (new Prober($transport, allowSha1: $allowSha1))->probe($pasted, self::SECRET, 42);
        self::assertCount($result->callsMade, $transport->asked);
        self::assertLessThanOrEqual(12, $result->callsMade);
        self::assertStringNotContainsString(self::SECRET, serialize($result));
        foreach ($transport->asked as $address) {
            self::assertDoesNotMatchRegularExpression('~/(?:create|join|end|publish|delete|insert)~i', $address);
        }

        return [$result, $transport->asked];
    }
}
