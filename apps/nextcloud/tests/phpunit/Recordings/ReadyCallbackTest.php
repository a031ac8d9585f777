<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Recordings;

use OCA\Bluebridge\BackgroundJob\SyncRoom;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Hooks\Reach;
use OCA\Bluebridge\Notification\Notifier;
use OCP\BackgroundJob\IJobList;
use OCP\Notification\AlreadyProcessedException;
use PHPUnit\Framework\Attributes\DataProvider;

/** The server says that a recording is ready. */
final class ReadyCallbackTest extends RecordingsTestCase
{
    public function testItIsTakenInAndToldOnceHoweverOftenItIsSaid(): void
    {
        $this->seed();
        self::assertSame(200, $this->say($this->meetingID));
        self::assertSame(['recording_ready'], $this->toldTo('bob'));
        self::assertSame(['recording_ready'], $this->toldTo('alice'));
        self::assertSame(['Lesson one'], array_column($this->listFor('bob'), 'name'));
        $this->host->clock->advance(5_001);
        self::assertSame(200, $this->say($this->meetingID));
        self::assertSame(['recording_ready'], $this->toldTo('bob'));
    }

    public function testSomebodyWhoJustLookedDoesNotHoldItUp(): void
    {
        $this->listFor('alice');
        $this->seed();
        self::assertSame(200, $this->say($this->meetingID));
        self::assertSame(['recording_ready'], $this->toldTo('bob'));
    }

    public function testWhoDoesNotKnowTheSecretIsNotHeard(): void
    {
        $this->seed();
        self::assertSame(403, $this->say($this->meetingID, secret: 'another secret'));
        self::assertSame(403, $this->as(null)->page('POST', 'callbacks/recording-ready', ['signed_parameters' => 'x.y.z'])->getStatus());
        self::assertSame(0, $this->callsOf('getRecordings'));
    }

    public function testWhatIsSaidIsNotBelievedUntilTheServerListsIt(): void
    {
        self::assertSame(404, $this->say($this->meetingID));
        self::assertSame(404, $this->say('a-meeting-of-nobody'));
        self::assertSame([], $this->toldTo('bob'));
    }

    public function testToRepeatItCostsFewQuestionsAndLosesNothing(): void
    {
        $this->seed();
        $answers = [$this->say($this->meetingID), $this->say($this->meetingID), $this->say($this->meetingID)];
        self::assertSame([200, 202, 202], $answers);
        self::assertSame(1, $this->callsOf('getRecordings'));
        self::assertContains([SyncRoom::class, $this->room], $this->host->jobs->waiting);
    }

    public function testAServerThatFailsJustThenIsAskedLater(): void
    {
        $this->seed();
        $known = (new \OCA\Bluebridge\Server\ServerSettingsStore($this->host->settings))->read();
        $this->connect(new \OCA\Bluebridge\Server\ServerSettings('http://127.0.0.1:9/bigbluebutton/', $known->secret, allowsLocal: true));
        self::assertSame(202, $this->say($this->meetingID));
        $this->connect($known);
        $this->host->container->forgetApp();
        $this->host->container->get(SyncRoom::class)->setArgument($this->room);
        $this->host->container->get(SyncRoom::class)->start($this->host->container->get(IJobList::class));
        self::assertSame(['recording_ready'], $this->toldTo('bob'));
    }

    public function testSomebodyWhoLooksInTheSameMomentChangesNothing(): void
    {
        $this->seed();
        $this->host->container->put(RecordingMapper::class, new RivalRecordings($this->host->db));
        self::assertSame(200, $this->say($this->meetingID));
        self::assertSame(['Lesson one'], array_column($this->listFor('bob'), 'name'));
        self::assertSame(['recording_ready'], $this->toldTo('bob'));
    }

    public function testAPrivateOneIsToldToThoseWhoLeadOnly(): void
    {
        $this->seed();
        $this->say($this->meetingID);
        $notice = $this->host->notices->of('bob')[0];
        self::assertSame('The recording {recording} of {room} is ready', $this->prepared($notice)->words);
        self::assertSame('Lesson one', $this->prepared($notice)->objects['recording']['name']);
        $this->change(['visibility' => 'private']);
        $this->expectException(AlreadyProcessedException::class);
        $this->prepared($notice);
    }

    #[DataProvider('answersOnReach')]
    public function testTheAddressIsGivenOnlyToAServerThatReachesUs(string $said, bool $isGiven): void
    {
        $this->host->settings->setValueString('bluebridge', Reach::KEY, $said);
        self::assertSame(200, $this->as('alice')->api('PATCH', "rooms/{$this->room}", ['settings' => ['record' => true]])->getStatus());
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$this->room}/start")->getStatus());
        $creates = array_values(array_filter($this->host->http->sent(), static fn (array $sent): bool => str_contains($sent['url'], '/api/create?')));
        self::assertSame($isGiven, str_contains($creates[0]['url'], 'meta_bbb-recording-ready-url='));
    }

    /** @return iterable<string, array{string, bool}> */
    public static function answersOnReach(): iterable
    {
        yield 'an administrator says no' => ['no', false];
        yield 'an administrator says yes' => ['yes', true];
        yield 'our address is public' => ['', true];
    }

    private function prepared(\OCA\Bluebridge\Tests\Kit\Notices\Notice $notice): \OCA\Bluebridge\Tests\Kit\Notices\Notice
    {
        $this->host->container->forgetApp();
        $prepared = $this->host->container->get(Notifier::class)->prepare(clone $notice, 'en');
        self::assertInstanceOf(\OCA\Bluebridge\Tests\Kit\Notices\Notice::class, $prepared);

        return $prepared;
    }

    private function say(string $meetingID, ?string $secret = null): int
    {
        $encode = static fn (string $bytes): string => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
        $claims = json_encode(['meeting_id' => $meetingID, 'record_id' => $this->recordID], JSON_THROW_ON_ERROR);
        $signed = $encode('{"alg":"HS256"}') . '.' . $encode($claims);
        $token = "{$signed}." . $encode(hash_hmac('sha256', $signed, $secret ?? (string) getenv('BLUEBRIDGE_SECRET'), true));

        return $this->as(null)->page('POST', 'callbacks/recording-ready', ['signed_parameters' => $token], [])->getStatus();
    }
}
