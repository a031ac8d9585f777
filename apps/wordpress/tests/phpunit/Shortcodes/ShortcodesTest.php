<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Shortcodes;

use Bluebridge\WordPress\Shortcodes\OldTokens;
use Bluebridge\WordPress\Tests\RoomTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

final class ShortcodesTest extends RoomTestCase
{
    public function testEachIsItsBlock(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('author');
        foreach (['bluebridge_room' => 'room', 'bluebridge_join' => 'join'] as $shortcode => $block) {
            $page = do_shortcode("[{$shortcode} id=\"{$room->id}\"]");
            self::assertNotSame('', $page);
            self::assertSame(do_blocks("<!-- wp:bluebridge/{$block} {\"roomId\":{$room->id}} /-->"), $page);
            self::assertSame('', do_shortcode("[{$shortcode}]"));
            self::assertSame('', do_shortcode("[{$shortcode} id=\"<script>\"]"));
        }
    }

    #[DataProvider('oldSpellings')]
    public function testShortcodesOfImportedRoomsGoOnWorking(string $shortcode): void
    {
        $room = $this->roomOf('author', title: 'Imported');
        OldTokens::keep($room->id, 'a7ccc7f752f65');
        self::assertSame(do_shortcode("[bluebridge_room id={$room->id}]"), do_shortcode($shortcode));
    }

    /** @return array<string, array{string}> */
    public static function oldSpellings(): array
    {
        return [
            'a token' => ['[bigbluebutton token="a7ccc7f752f65"]'],
            'with a word before it' => ['[bigbluebutton token="tokena7ccc7f752f65"]'],
            'with blanks' => ['[bigbluebutton token=" a7ccc7f752f65 "]'],
            'without a name' => ['[bigbluebutton a7ccc7f752f65]'],
            'with words for a button' => ['[bigbluebutton token="a7ccc7f752f65" submit="Meet me there!"]'],
            'among unknown ones' => ['[bigbluebutton token="z99, a7ccc7f752f65"]'],
        ];
    }

    public function testOneShortcodeMayShowSeveralRooms(): void
    {
        foreach (['z1' => 'First', 'z2' => 'Second'] as $token => $title) {
            OldTokens::keep($this->roomOf('author', title: $title)->id, $token);
        }
        $page = do_shortcode('[bigbluebutton token="z1, z2"]');
        self::assertStringContainsString('First', $page);
        self::assertStringContainsString('Second', $page);
    }

    public function testRecordingsAreThoseOfTheImportedRoom(): void
    {
        $room = $this->roomOf('author');
        OldTokens::keep($room->id, 'z7');
        $this->actAs('author');
        $expected = do_blocks("<!-- wp:bluebridge/recordings {\"roomId\":{$room->id}} /-->");
        self::assertSame($expected, do_shortcode('[bigbluebutton_recordings token="z7"]'));
        self::assertSame($expected, do_shortcode('[bigbluebutton type="recording" token="z7"]'));
    }

    public function testAnUnknownTokenShowsNothingAndMakesNothing(): void
    {
        self::assertSame('', do_shortcode('[bigbluebutton token="nothing"]'));
        self::assertSame('', do_shortcode('[bigbluebutton]'));
        self::assertSame([], $this->traffic->calls());
    }

    public function testTheOtherPluginKeepsItsShortcodesWhileItIsThere(): void
    {
        add_shortcode('bigbluebutton', static fn (): string => 'theirs');
        do_action('init');
        self::assertSame('theirs', do_shortcode('[bigbluebutton token="z1"]'));
    }

    public function testATokenIsKeptOnce(): void
    {
        $room = $this->roomOf('author');
        OldTokens::keep($room->id, 'z 7');
        OldTokens::keep($room->id, 'z7');
        OldTokens::keep($room->id, '');
        self::assertSame(['z7'], get_post_meta($room->id, OldTokens::FIELD));
        self::assertSame($room->id, OldTokens::room('z7'));
        self::assertSame(0, OldTokens::room('z8'));
    }
}
