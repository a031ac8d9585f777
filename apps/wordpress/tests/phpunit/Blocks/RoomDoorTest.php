<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Blocks;

use Bluebridge\WordPress\Access\AccessStore;
use Bluebridge\WordPress\Entrance\EntranceForm;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Tests\Entrance\EntranceTestCase;

/** What the card of a room asks before somebody comes in, and what caches of pages may keep of it. */
final class RoomDoorTest extends EntranceTestCase
{
    public function testARoomWithACodeAsksForItOnThePage(): void
    {
        $room = $this->roomWithCode();
        $page = self::card($room);
        self::assertMatchesRegularExpression('~<input\s+type="password"\s+name="bluebridge_code"\s+required(?![^>]*\sdisabled[\s=>])~', $page);
        self::assertTrue(self::context($page)['asksCode']);
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $entered = $this->post($room, ['bluebridge_name' => 'Ada', 'bluebridge_code' => 'sesame-1']);
        self::assertSame(303, $entered->status);
    }

    public function testThePageKnowsNothingOfAGuestWhoHasShownTheCode(): void
    {
        $room = $this->roomWithCode();
        $this->post($room, ['bluebridge_name' => 'Ada', 'bluebridge_code' => 'sesame-1']);
        $page = self::card($room);
        self::assertTrue(self::context($page)['asksCode']);
        // The script of the page learns it.
        $route = "/bluebridge/v1/rooms/{$room->id}/status";
        self::assertSame('not_started', $this->reason($route, $room));
        $this->useAnotherBrowser();
        self::assertSame($page, self::card($room));
        self::assertSame('code_required', $this->reason($route, $room));
    }

    public function testAUserWhoHasShownTheCodeIsNotAskedAgain(): void
    {
        $room = $this->roomWithCode();
        $this->actAs('subscriber');
        self::assertTrue(self::context(self::card($room))['asksCode']);
        $this->post($room, [EntranceForm::NONCE => EntranceForm::nonce($room->id), 'bluebridge_code' => 'sesame-1']);
        $page = self::card($room);
        self::assertFalse(self::context($page)['asksCode']);
        // A field that nobody sees must not keep the form from being sent.
        self::assertMatchesRegularExpression('~name="bluebridge_code"[^>]*\sdisabled[\s=>]~', $page);
    }

    public function testWhoNeedsNoCodeSeesNoField(): void
    {
        $room = $this->roomWithCode();
        $this->actAs('author');
        self::assertStringNotContainsString('bluebridge_code', self::card($room));
        $this->actAsVisitor();
        self::assertStringNotContainsString('bluebridge_code', self::card($this->roomOf('author', ['guestsAllowed' => true])));
    }

    public function testARoomThatOpensLaterSaysWhenForTheCountdown(): void
    {
        $opensAt = (int) (microtime(true) * 1000) + 3_600_000;
        $page = self::card($this->roomOf('author', ['guestsAllowed' => true, 'opensAt' => $opensAt]));
        self::assertSame([$opensAt, ''], [self::context($page)['opensAt'], self::context($page)['countdown']]);
        self::assertMatchesRegularExpression('~<p[^>]*role="timer"[^>]*hidden~', $page);
        self::assertStringContainsString('The room opens', $page);
    }

    private function roomWithCode(): StoredRoom
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true, 'waitForModerator' => false]);
        (new AccessStore())->keepCode($room->id, 'viewer', 'sesame-1');

        return (new \Bluebridge\WordPress\Rooms\RoomStore())->find($room->id) ?? $room;
    }

    private function reason(string $route, StoredRoom $room): mixed
    {
        $GLOBALS['wp_rest_server'] = null;
        $sign = json_decode((string) wp_json_encode($this->rest('GET', $route, ['door' => $room->doorKey()])->get_data()), true);

        return is_array($sign) && is_array($sign['entry'] ?? null) ? $sign['entry']['reason'] ?? null : null;
    }

    private static function card(StoredRoom $room): string
    {
        return do_blocks("<!-- wp:bluebridge/room {\"roomId\":{$room->id}} /-->");
    }

    /** @return array<string, mixed> */
    private static function context(string $page): array
    {
        self::assertSame(1, preg_match("~data-wp-context='([^']*)'~", $page, $found));

        /** @var array<string, mixed> */
        return (array) json_decode($found[1], true);
    }
}
