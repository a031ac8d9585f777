<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Rest;

use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Tests\RoomTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** However slow a server is, nobody who reads the site waits for it. */
final class ZeroCallsTest extends RoomTestCase
{
    protected function tearDown(): void
    {
        wp_reset_query();
        unset($GLOBALS['post']);
        parent::tearDown();
    }

    #[DataProvider('readers')]
    public function testPagesFeedsAndListsAskNoServer(string $login): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        $this->actAs('author');
        $page = wp_insert_post(['post_title' => 'Lesson', 'post_status' => 'publish', 'post_content' => implode('', [
            "<!-- wp:bluebridge/room {\"roomId\":{$room->id}} /--><!-- wp:bluebridge/join {\"roomId\":{$room->id}} /-->",
            "<!-- wp:bluebridge/my-rooms /--><!-- wp:bluebridge/recordings {\"roomId\":{$room->id}} /-->",
        ])]);
        self::assertIsInt($page);
        $login === '' ? $this->actAsVisitor() : $this->actAs($login);
        // Nothing is known of the meeting, so there is every reason to ask.
        (new MeetingWatches())->forgetAll();
        $this->traffic->forget();
        $shown = self::page($page);
        self::assertStringContainsString($room->doorKey(), $shown);
        self::assertStringContainsString('Lesson', self::feed());
        $lists = ['/wp/v2/posts', "/wp/v2/posts/{$page}", '/wp/v2/search', '/bluebridge/v1/rooms', "/bluebridge/v1/rooms/{$room->id}"];
        foreach ($lists as $list) {
            $this->rest('GET', $list);
        }
        self::assertSame([], $this->traffic->calls());
    }

    /** @return iterable<string, array{string}> */
    public static function readers(): iterable
    {
        yield 'a visitor' => [''];
        yield 'who leads the room' => ['author'];
        yield 'an administrator' => ['admin'];
    }

    private static function page(int $id): string
    {
        query_posts(['p' => $id, 'post_type' => 'post']);
        the_post();
        $shown = apply_filters('the_content', get_the_content());

        return is_string($shown) ? $shown : '';
    }

    private static function feed(): string
    {
        query_posts(['feed' => 'rss2', 'post_type' => 'post']);
        ob_start();
        // Headers are gone in a test; what matters is what is in the feed.
        @load_template(ABSPATH . WPINC . '/feed-rss2.php', false);

        return (string) ob_get_clean();
    }
}
