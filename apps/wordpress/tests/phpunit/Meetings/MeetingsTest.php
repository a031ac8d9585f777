<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Meetings;

use Bluebridge\WordPress\Meetings\Entry;
use Bluebridge\WordPress\Meetings\Openings;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\SystemClock;
use Bluebridge\WordPress\Tests\RoomTestCase;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbError;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;

final class MeetingsTest extends RoomTestCase
{
    public function testAModeratorOpensTheRoomAndIsSentToItsMeeting(): void
    {
        $params = self::paramsOf($this->enter($this->roomOf('author'), self::moderator()));
        self::assertSame(['getMeetingInfo', 'create'], $this->traffic->calls());
        self::assertSame('MODERATOR', $params['role'] ?? null);
        self::assertSame('wp1-3', $params['userID'] ?? null);
        self::assertArrayHasKey('createTime', $params);
        self::assertArrayNotHasKey('password', $params);
    }

    public function testAGuestIsToldToWaitAndOpensNothing(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        self::assertSame(['kind' => 'wait', 'reason' => 'not_started'], $this->enter($room, self::guest())->plan);
        self::assertSame(['getMeetingInfo'], $this->traffic->calls());
    }

    public function testAGuestComesInAsAGuestOfTheirOwn(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true, 'waitForModerator' => false]);
        $this->enter($room, self::moderator());
        $params = self::paramsOf($this->enter($room, self::guest()));
        self::assertSame(['VIEWER', 'guest-1', 'true'], [$params['role'] ?? '', $params['userID'] ?? '', $params['guest'] ?? '']);
    }

    public function testAPageThatWaitsNeverOpensARoom(): void
    {
        $room = $this->roomOf('author', ['anyoneCanStart' => true]);
        $user = new Participant('wp1-9', 'Ada', false);
        self::assertSame('start', $this->enter($room, $user, false)->plan['kind'] ?? null);
        self::assertNotContains('create', $this->traffic->calls());
        self::assertNotNull($this->enter($room, $user, true)->url);
    }

    public function testManyWhoPressTheButtonDoNotEachAskAServerInTrouble(): void
    {
        $room = $this->roomOf('author', ['anyoneCanStart' => true, 'guestsAllowed' => true]);
        $this->traffic->answerCall('create', '<response><returncode>FAILED</returncode><messageKey>internalError</messageKey></response>');
        $told = [];
        for ($count = 0; $count < 20; $count++) {
            $told[] = $this->troubleOf($room, self::guest("guest-{$count}"));
        }
        self::assertCount(1, array_unique($told));
        // A lost or unclear answer is made sure of once.
        self::assertLessThanOrEqual(2, count(array_keys($this->traffic->calls(), 'create', true)));
        $this->clock->sleep(5_000);
        $this->traffic->recover();
        self::assertNotNull($this->enter($room, self::guest())->url);
    }

    public function testWhileSomebodyOpensTheRoomOthersWaitAndAreTakenIn(): void
    {
        $room = $this->roomOf('author');
        $openings = new Openings();
        self::assertTrue($openings->begin($room->id, $this->clock->now()));
        $told = ['kind' => 'wait', 'reason' => 'not_started'];
        self::assertSame($told, $this->enter($room, self::moderator())->plan);
        self::assertNotContains('create', $this->traffic->calls());
        $waiting = fn (): string => $this->meetings->plan($room, self::moderator(), null, true)['kind'];
        self::assertSame('wait', $waiting(), 'their page goes on waiting');
        // Whoever opened it has died.
        $this->clock->sleep(60_000);
        self::assertSame('start', $waiting());
        self::assertNotNull($this->enter($room, self::moderator())->url);
        self::assertFalse($openings->isUnderWay($room->id, $this->clock->now()));
    }

    public function testAPageThatWaitsGoesOnAskingWhileTheRoomIsOpened(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('author');
        $kind = function (bool $waits) use ($room): mixed {
            $sign = $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/status", ['waiting' => $waits])->get_data();
            self::assertIsArray($sign);

            return is_array($sign['entry'] ?? null) ? $sign['entry']['kind'] : null;
        };
        self::assertSame('start', $kind(true));
        (new Openings())->begin($room->id, (new SystemClock())->now());
        self::assertSame(['wait', 'start'], [$kind(true), $kind(false)]);
    }

    public function testGuestsStayOutOfARoomThatLetsNoneIn(): void
    {
        $plan = $this->enter($this->roomOf('author'), self::guest())->plan;
        self::assertSame(['kind' => 'refuse', 'reason' => 'guests_not_allowed'], $plan);
    }

    public function testWhatAnotherPluginSaysReachesTheServer(): void
    {
        $room = $this->roomOf('author');
        $said = [];
        add_filter('bluebridge_create_params', static function (array $params, int $id) use (&$said): array {
            $said = [$params['meetingID'] ?? '', $id];

            return ['meta_course' => 'maths'] + $params;
        }, 10, 2);
        $opened = 0;
        add_action('bluebridge_meeting_opened', static function (int $id) use (&$opened): void {
            $opened = $id;
        });
        $this->enter($room, self::moderator());
        self::assertSame([[$room->meetingID, $room->id], $room->id], [$said, $opened]);
    }

    public function testAServerThatIsDownIsAnErrorWithACode(): void
    {
        $this->traffic->breakDown();
        try {
            $this->enter($this->roomOf('author'), self::moderator());
            self::fail('Somebody came in.');
        } catch (BbbException $error) {
            self::assertSame(BbbError::Unreachable, $error->error);
        }
    }

    public function testTwoWhoOpenAtOnceMeetInOneMeeting(): void
    {
        $room = $this->roomOf('author');
        $first = self::paramsOf($this->enter($room, self::moderator()));
        $second = self::paramsOf($this->enter($room, new Participant('wp1-2', 'Mr Babbage', true)));
        self::assertSame($first['createTime'] ?? 1, $second['createTime'] ?? 2);
        self::assertSame(['getMeetingInfo', 'create'], $this->traffic->calls());
    }

    private function enter(StoredRoom $room, Participant $participant, bool $mayStart = true): Entry
    {
        return $this->meetings->enter($room, $participant, $mayStart, 'https://example.org/?left');
    }

    private function troubleOf(StoredRoom $room, Participant $person): string
    {
        try {
            $this->enter($room, $person);
        } catch (BbbException $error) {
            return $error->error->value;
        }

        return '';
    }

    /** @return array<array-key, mixed> */
    private static function paramsOf(Entry $entry): array
    {
        parse_str((string) parse_url((string) $entry->url, PHP_URL_QUERY), $params);

        return $params;
    }
}
