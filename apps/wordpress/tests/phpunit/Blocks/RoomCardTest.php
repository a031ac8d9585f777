<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Blocks;

use Bluebridge\WordPress\Tests\RoomTestCase;

final class RoomCardTest extends RoomTestCase
{
    public function testAPageWithARoomAsksNoServer(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        $page = do_blocks("<!-- wp:bluebridge/room {\"roomId\":{$room->id}} /-->");
        self::assertStringContainsString('Join room', $page);
        self::assertStringContainsString('name="bluebridge_name"', $page);
        self::assertSame([], $this->traffic->calls());
    }

    public function testTheShortcodeShowsTheSame(): void
    {
        $room = $this->roomOf('author');
        $block = do_blocks("<!-- wp:bluebridge/room {\"roomId\":{$room->id}} /-->");
        self::assertSame($block, do_shortcode("[bluebridge_room id=\"{$room->id}\"]"));
        self::assertSame('', do_shortcode('[bluebridge_room]'));
    }

    public function testADraftIsShownToWhoMayChangeItOnly(): void
    {
        $room = $this->roomOf('author', [], 'draft');
        self::assertSame('', do_shortcode("[bluebridge_room id={$room->id}]"));
        $this->actAs('author');
        self::assertStringContainsString('Maths', do_shortcode("[bluebridge_room id={$room->id}]"));
    }

    public function testNamesAreTexts(): void
    {
        $room = $this->roomOf('admin', title: '<img src=x onerror=alert(1)>"\'%3Cimg%3E');
        $page = do_shortcode("[bluebridge_room id={$room->id}]");
        self::assertStringNotContainsString('<img', $page);
        self::assertStringContainsString('%3Cimg%3E', $page);
    }

    public function testNothingOfTheMeetingsAddressOrSecretIsOnThePage(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        foreach (['', 'author'] as $login) {
            $login === '' ? $this->actAsVisitor() : $this->actAs($login);
            $page = do_shortcode("[bluebridge_room id={$room->id}]");
            foreach (['checksum', '/api/', $room->meetingID, (string) getenv('BLUEBRIDGE_SECRET')] as $word) {
                self::assertStringNotContainsString($word, $page);
            }
        }
    }

    public function testPagesWithoutARoomGetNoFileOfOurs(): void
    {
        wp_dequeue_style('bluebridge-room-style');
        do_blocks('<!-- wp:paragraph --><p>Hello</p><!-- /wp:paragraph -->');
        self::assertFalse(wp_style_is('bluebridge-room-style', 'enqueued'));
        $room = $this->roomOf('author');
        do_shortcode("[bluebridge_room id={$room->id}]");
        self::assertTrue(wp_style_is('bluebridge-room-style', 'enqueued'));
    }
}
