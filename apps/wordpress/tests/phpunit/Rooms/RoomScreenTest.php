<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Rooms;

use Bluebridge\WordPress\Rooms\Hosts;
use Bluebridge\WordPress\Rooms\RoomScreen;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Tests\RoomTestCase;
use WP_Query;

final class RoomScreenTest extends RoomTestCase
{
    public function testARoomIsChangedOnItsOwnScreen(): void
    {
        $id = $this->roomOf('author')->id;
        $this->actAs('author');
        self::assertSame(RoomScreen::address($id), get_edit_post_link($id, 'raw'));
        $post = wp_insert_post(['post_title' => 'A post', 'post_author' => get_current_user_id()]);
        self::assertStringContainsString("post.php?post={$post}", (string) get_edit_post_link((int) $post, 'raw'));
    }

    public function testWhoLeadsARoomEntersItFromTheList(): void
    {
        $room = $this->roomOf('author');
        (new Hosts([$this->person('contributor')->ID]))->keepFor($room->id);
        $shown = [];
        foreach (['author', 'colleague', 'contributor', 'editor'] as $login) {
            $this->actAs($login);
            $shown[$login] = isset(((array) apply_filters('post_row_actions', [], get_post($room->id)))['bluebridge_enter']);
        }
        self::assertSame(['author' => true, 'colleague' => false, 'contributor' => true, 'editor' => true], $shown);
    }

    public function testTheListOffersNoPasswordThatWouldProtectNothing(): void
    {
        $actions = ['inline hide-if-no-js' => 'Quick edit', 'trash' => 'Bin'];
        $of = static fn (int $post): array => array_keys((array) apply_filters('post_row_actions', $actions, get_post($post)));
        self::assertSame(['trash'], $of($this->roomOf('author')->id));
        self::assertSame(['inline hide-if-no-js', 'trash'], $of((int) wp_insert_post(['post_title' => 'A post'])));
    }

    public function testTheListShowsNobodyTheRoomsOfOthers(): void
    {
        $this->roomOf('author', title: 'Of the author');
        $hosted = $this->roomOf('author', title: 'With a co-host');
        (new Hosts([$this->person('colleague')->ID]))->keepFor($hosted->id);
        // As `is_admin()` asks it.
        $GLOBALS['current_screen'] = new class () {
            public function in_admin(): bool
            {
                return true;
            }
        };
        $titles = function (string $login): array {
            $this->actAs($login);
            $query = $GLOBALS['wp_the_query'] = new WP_Query();

            return array_column($query->query(['post_type' => 'bluebridge_room', 'orderby' => 'title', 'order' => 'ASC']), 'post_title');
        };
        $seen = [$titles('colleague'), $titles('editor'), $titles('contributor')];
        unset($GLOBALS['current_screen']);
        self::assertSame([['With a co-host'], ['Of the author', 'With a co-host'], []], $seen);
    }

    /** Neither the form of custom fields nor XML-RPC shows or changes what a room keeps. */
    public function testWhatARoomKeepsIsNoCustomField(): void
    {
        $room = $this->roomOf('author', ['record' => true]);
        (new Hosts([1], ['editor']))->keepFor($room->id);
        (new RoomStore())->keepPreset($room, 'lecture');
        $fields = array_keys((array) get_post_meta($room->id));
        self::assertNotSame([], $fields);
        foreach ($fields as $field) {
            self::assertTrue(is_protected_meta((string) $field, 'post'), (string) $field);
        }
    }
}
