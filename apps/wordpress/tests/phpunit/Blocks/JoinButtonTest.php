<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Blocks;

use Bluebridge\WordPress\Tests\RoomTestCase;

final class JoinButtonTest extends RoomTestCase
{
    public function testAUserPressesOnce(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('subscriber');
        $page = self::button($room->id);
        self::assertStringContainsString('<form', $page);
        self::assertStringContainsString('name="_wpnonce"', $page);
        self::assertStringNotContainsString('name="bluebridge_name"', $page);
        self::assertSame([], $this->traffic->calls());
    }

    public function testAGuestIsAskedForANameAtTheEntrance(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        $page = self::button($room->id);
        self::assertStringNotContainsString('<form', $page);
        self::assertMatchesRegularExpression('~<a\s[^>]*href="[^"]*bluebridge_enter=~', $page);
    }

    public function testWhoIsRefusedReadsWhyInPlaceOfTheButton(): void
    {
        $room = $this->roomOf('author');
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $page = self::button($room->id);
        self::assertMatchesRegularExpression('~<form[^>]*\bhidden\b~s', $page);
        self::assertStringContainsString('Please log in to enter this room.', $page);
    }

    public function testTheNameOfTheRoomIsPartOfTheButton(): void
    {
        $room = $this->roomOf('author', title: 'Algebra <b>');
        $this->actAs('subscriber');
        $page = self::button($room->id);
        self::assertMatchesRegularExpression('~<button[^>]*>.*Algebra &lt;b&gt; \(opens in a new tab\).*</button>~s', $page);
    }

    public function testHowTheRoomStandsCanBeLeftOut(): void
    {
        $room = $this->roomOf('author');
        self::assertStringContainsString('role="status"', self::button($room->id));
        self::assertStringNotContainsString('role="status"', do_blocks("<!-- wp:bluebridge/join {\"roomId\":{$room->id},\"showsState\":false} /-->"));
    }

    public function testARoomThatIsNotPublishedHasNoButtonForOthers(): void
    {
        $room = $this->roomOf('author', [], 'draft');
        self::assertSame('', trim(self::button($room->id)));
        self::assertSame('', trim(self::button(0)));
    }

    private static function button(int $roomId): string
    {
        return do_blocks("<!-- wp:bluebridge/join {\"roomId\":{$roomId}} /-->");
    }
}
