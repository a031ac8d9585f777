<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Entrance;

use Bluebridge\WordPress\Access\AccessSettings;
use Bluebridge\WordPress\Entrance\EntranceForm;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;

/** Codes at the door of a room. */
final class CodesTest extends EntranceTestCase
{
    private const NAME = ['bluebridge_name' => 'Ada'];

    protected function setUp(): void
    {
        parent::setUp();
        $_SERVER['REMOTE_ADDR'] = '192.0.2.7';
    }

    public function testARoomWithACodeAsksForIt(): void
    {
        $room = $this->roomWithCodes();
        self::assertStringContainsString('name="bluebridge_code"', $this->look($room)->body);
        $without = $this->post($room, self::NAME);
        self::assertSame(403, $without->status);
        self::assertStringContainsString('Please type the code', $without->body);
    }

    public function testTheCodeLetsAViewerInAndIsAskedOnce(): void
    {
        $room = $this->roomWithCodes();
        $this->open($room);
        $first = $this->post($room, self::NAME + ['bluebridge_code' => ' sesame-1 ']);
        self::assertStringContainsString('role=VIEWER', $first->headers['Location'] ?? '');
        $again = $this->post($room, self::NAME);
        self::assertStringContainsString('role=VIEWER', $again->headers['Location'] ?? '');
        self::assertStringNotContainsString('name="bluebridge_code" required', $this->look($room)->body);
    }

    public function testTheModeratorCodeMakesAModeratorWhoOpensTheRoom(): void
    {
        $room = $this->roomWithCodes(['guestsAllowed' => false]);
        $answer = $this->post($room, self::NAME + ['bluebridge_code' => 'teach-er']);
        self::assertStringContainsString('role=MODERATOR', $answer->headers['Location'] ?? '');
        self::assertSame(['getMeetingInfo', 'create'], $this->traffic->calls());
    }

    public function testWhoWaitsAndPressesAgainIsNotAskedForTheCode(): void
    {
        $room = $this->roomWithCodes();
        $waiting = $this->post($room, self::NAME + ['bluebridge_code' => 'sesame-1']);
        self::assertStringContainsString('data-waits="yes"', $waiting->body);
        self::assertStringNotContainsString('sesame-1', $waiting->body, 'no code is on a page');
        $again = $this->post($room, self::NAME);
        self::assertStringContainsString('data-waits="yes"', $again->body);
        $this->open($room);
        $entered = $this->post($room, self::NAME + ['bluebridge_by' => 'waiting']);
        self::assertSame(303, $entered->status);
    }

    public function testNobodyGuessesMoreThanFiveTimesAMinute(): void
    {
        $room = $this->roomWithCodes();
        $statuses = [];
        foreach (range(1, 40) as $number) {
            $statuses[] = $this->post($room, self::NAME + ['bluebridge_code' => "guess-{$number}"])->status;
        }
        self::assertSame([403 => 5, 429 => 35], array_count_values($statuses));
        $right = $this->post($room, self::NAME + ['bluebridge_code' => 'sesame-1']);
        self::assertSame([429, '60'], [$right->status, $right->headers['Retry-After'] ?? null]);
        self::assertStringContainsString('try again in 60 seconds', $right->body);
        self::assertStringNotContainsString('sesame-1', $right->body);
        $this->clock->sleep(60_000);
        self::assertSame(200, $this->post($room, self::NAME + ['bluebridge_code' => 'sesame-1'])->status);
    }

    public function testAClassBehindOneAddressComesIn(): void
    {
        $room = $this->roomWithCodes();
        $this->open($room);
        foreach (range(1, 12) as $number) {
            $this->useAnotherBrowser();
            $answer = $this->post($room, ['bluebridge_name' => "Pupil {$number}", 'bluebridge_code' => 'sesame-1']);
            self::assertSame(303, $answer->status, "pupil {$number}");
        }
    }

    public function testANewCodeEndsWhatTheOldOneGave(): void
    {
        $room = $this->roomWithCodes();
        $this->post($room, self::NAME + ['bluebridge_code' => 'sesame-1']);
        $this->access->keepCode($room->id, 'viewer', 'sesame-2');
        self::assertStringContainsString('Please type the code', $this->post($room, self::NAME)->body);
    }

    public function testACodeIsRememberedForHalfADay(): void
    {
        $room = $this->roomWithCodes();
        $this->post($room, self::NAME + ['bluebridge_code' => 'sesame-1']);
        $this->clock->sleep(12 * HOUR_IN_SECONDS * 1000);
        self::assertStringNotContainsString('Please type the code', $this->post($room, self::NAME)->body);
        $this->clock->sleep(1000);
        self::assertStringContainsString('Please type the code', $this->post($room, self::NAME)->body);
    }

    public function testWhatOneRoomGaveOpensNoOther(): void
    {
        $one = $this->roomWithCodes();
        $other = $this->roomWithCodes();
        $this->post($one, self::NAME + ['bluebridge_code' => 'teach-er']);
        $_COOKIE["bluebridge_pass_{$other->id}"] = $_COOKIE["bluebridge_pass_{$one->id}"] ?? '';
        self::assertSame(403, $this->post($other, self::NAME)->status);
    }

    public function testWhatSomebodyGotHelpsNobodyElse(): void
    {
        $room = $this->roomWithCodes();
        $this->post($room, self::NAME + ['bluebridge_code' => 'teach-er']);
        $pass = $_COOKIE["bluebridge_pass_{$room->id}"] ?? null;
        self::assertIsString($pass);
        $this->useAnotherBrowser();
        foreach ([$pass, str_replace('.', '0.', $pass), 'code-moderator.9999999999.' . str_repeat('0', 64)] as $forged) {
            $_COOKIE["bluebridge_pass_{$room->id}"] = $forged;
            self::assertSame(403, $this->post($room, self::NAME)->status);
        }
    }

    public function testTheSignOnAPageIsTheSameForAllWithoutAnAccount(): void
    {
        $room = $this->roomWithCodes();
        $before = do_shortcode("[bluebridge_room id={$room->id}]");
        $this->post($room, self::NAME + ['bluebridge_code' => 'teach-er']);
        self::assertStringContainsString('Please type the code', $before);
        self::assertStringNotContainsString('Ada', do_shortcode("[bluebridge_room id={$room->id}]"));
    }

    public function testOnlyHashesAreKeptAndNothingIsLogged(): void
    {
        $room = $this->roomWithCodes();
        $log = (string) ini_get('error_log');
        $before = is_file($log) ? (int) filesize($log) : 0;
        $this->post($room, self::NAME + ['bluebridge_code' => 'sesame-1']);
        $this->post($room, self::NAME + ['bluebridge_code' => 'wrong-wrong']);
        clearstatcache();
        self::assertSame($before, is_file($log) ? (int) filesize($log) : 0);
        $kept = (string) wp_json_encode(get_post_meta($room->id));
        self::assertStringNotContainsString('sesame-1', $kept);
        self::assertStringContainsString('$2y$', $kept);
        foreach (array_keys((array) get_post_meta($room->id)) as $field) {
            self::assertTrue(is_protected_meta((string) $field, 'post'), "{$field} is not among the custom fields");
        }
    }

    public function testAUserWhoseRoleStaysOutMayTryTheModeratorCode(): void
    {
        $room = $this->roomWithCodes();
        $this->access->keep($room->id, new AccessSettings(['subscriber' => 'none']));
        $this->actAs('subscriber');
        $page = $this->look($room)->body;
        self::assertStringContainsString('not open to your account', $page);
        self::assertStringContainsString('Moderator code, if you have one', $page);
        $nonce = [EntranceForm::NONCE => EntranceForm::nonce($room->id)];
        self::assertSame(403, $this->post($room, $nonce + ['bluebridge_code' => 'sesame-1'])->status);
        self::assertSame(303, $this->post($room, $nonce + ['bluebridge_code' => 'teach-er'])->status);
    }

    /** @param array<string, string|int|bool> $settings */
    private function roomWithCodes(array $settings = ['guestsAllowed' => true, 'waitForModerator' => false]): StoredRoom
    {
        $room = $this->roomOf('author', $settings);
        $this->access->keepCode($room->id, 'viewer', 'sesame-1');
        $this->access->keepCode($room->id, 'moderator', 'teach-er');

        return (new RoomStore())->find($room->id) ?? $room;
    }

    private function open(StoredRoom $room): void
    {
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $this->clock->sleep(6_000);
    }
}
