<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Blocks;

use Bluebridge\WordPress\Access\AccessSettings;
use Bluebridge\WordPress\Access\AccessStore;
use Bluebridge\WordPress\Rooms\Hosts;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Tests\RoomTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_Post;

/** Whose rooms are shown on whose pages: the card gives away the address of the door. */
final class PlacementTest extends RoomTestCase
{
    protected function tearDown(): void
    {
        wp_reset_query();
        unset($GLOBALS['post']);
        parent::tearDown();
    }

    /** @param non-empty-string $form */
    #[DataProvider('forms')]
    public function testAnAuthorGetsNoDoorOfSomebodyElsesRoomByWritingItsNumber(string $form): void
    {
        $room = $this->roomOf('colleague', ['guestsAllowed' => true]);
        $page = $this->page('author', sprintf($form, $room->id));
        foreach (['', 'subscriber', 'author'] as $login) {
            $login === '' ? $this->actAsVisitor() : $this->actAs($login);
            self::assertStringNotContainsString($room->doorKey(), self::shown($page));
        }
        self::assertStringContainsString('Readers do not see this room', self::shown($page));
        self::assertStringNotContainsString($room->title, self::shown($page));
        $this->actAsVisitor();
        self::assertStringNotContainsString('Readers do not see this room', self::shown($page));
    }

    /** @return iterable<string, array{string}> */
    public static function forms(): iterable
    {
        yield 'the block' => ['<!-- wp:bluebridge/room {"roomId":%d} /-->'];
        yield 'the button' => ['<!-- wp:group --><div><!-- wp:bluebridge/join {"roomId":%d} /--></div><!-- /wp:group -->'];
        yield 'the shortcode' => ['<!-- wp:shortcode -->[bluebridge_room id="%d"]<!-- /wp:shortcode -->'];
        yield 'the shortcode of the button' => ['[bluebridge_join id=%d]'];
    }

    public function testOwnRoomsThoseOfCoHostsAndThoseOfEditorsAreShown(): void
    {
        $own = $this->roomOf('author');
        $hosted = $this->roomOf('colleague');
        (new Hosts([$this->person('author')->ID]))->keepFor($hosted->id);
        self::assertStringContainsString($own->doorKey(), $this->seenByVisitors($this->pageWith('author', $own)));
        self::assertStringContainsString($hosted->doorKey(), $this->seenByVisitors($this->pageWith('author', $hosted)));
        self::assertStringContainsString($own->doorKey(), $this->seenByVisitors($this->pageWith('editor', $own)));
    }

    public function testWhatAnEditorSavesStaysShownWhoeversPageItIs(): void
    {
        $room = $this->roomOf('colleague');
        $page = $this->pageWith('author', $room);
        $this->save('editor', $page, $page->post_content);
        self::assertStringContainsString($room->doorKey(), $this->seenByVisitors($page));
        $this->save('author', $page, "{$page->post_content}<p>More</p>");
        self::assertStringContainsString($room->doorKey(), $this->seenByVisitors($page));
        // What was taken away does not come back by itself.
        $this->save('author', $page, '<p>Nothing</p>');
        $this->save('author', $page, $page->post_content);
        self::assertStringNotContainsString($room->doorKey(), $this->seenByVisitors($page));
    }

    public function testAPageThatIsGivenToSomebodyElseKeepsItsRoom(): void
    {
        $room = $this->roomOf('colleague');
        $page = $this->pageWith('colleague', $room);
        $this->actAs('admin');
        wp_update_post(['ID' => $page->ID, 'post_author' => $this->person('author')->ID]);
        self::assertStringContainsString($room->doorKey(), $this->seenByVisitors($page));
    }

    public function testWhatAPageWasAllowedNoOtherPageIs(): void
    {
        $room = $this->roomOf('colleague');
        $allowed = $this->pageWith('colleague', $room);
        $copy = $this->pageWith('author', $room);
        update_post_meta($copy->ID, '_bluebridge_placed', get_post_meta($allowed->ID, '_bluebridge_placed', true));
        self::assertStringNotContainsString($room->doorKey(), $this->seenByVisitors($copy));
    }

    public function testTheOwnerLetsColleaguesShowTheRoom(): void
    {
        $room = $this->roomOf('colleague');
        $page = $this->pageWith('author', $room);
        $ofContributor = $this->pageWith('contributor', $room);
        $ofSubscriber = $this->pageWith('subscriber', $room);
        $this->actAs('colleague');
        $reply = $this->rest('PATCH', "/bluebridge/v1/rooms/{$room->id}/access", ['colleaguesMayPlace' => true]);
        self::assertTrue(((array) $reply->get_data())['colleaguesMayPlace'] ?? null);
        self::assertStringContainsString($room->doorKey(), $this->seenByVisitors($page));
        self::assertStringContainsString($room->doorKey(), $this->seenByVisitors($ofContributor));
        self::assertStringNotContainsString($room->doorKey(), $this->seenByVisitors($ofSubscriber));
        (new AccessStore())->keep($room->id, new AccessSettings());
        self::assertStringNotContainsString($room->doorKey(), $this->seenByVisitors($page));
    }

    /** @param non-empty-string $form */
    #[DataProvider('forms')]
    public function testASyncedPatternShowsWhatItsAuthorMayPlaceOnWhoeversPage(string $form): void
    {
        $foreign = $this->roomOf('colleague', ['guestsAllowed' => true]);
        $own = $this->roomOf('author', ['guestsAllowed' => true]);
        $pattern = $this->page('author', sprintf($form, $own->id), 'wp_block');
        $page = $this->page('editor', "<!-- wp:block {\"ref\":{$pattern->ID}} /--><!-- wp:bluebridge/room {\"roomId\":{$own->id}} /-->");
        self::assertStringContainsString($own->doorKey(), $this->seenByVisitors($this->page('editor', "<!-- wp:block {\"ref\":{$pattern->ID}} /-->")));
        $this->save('author', $pattern, sprintf($form, $foreign->id));
        self::assertStringNotContainsString($foreign->doorKey(), $this->seenByVisitors($page));
        self::assertStringContainsString($own->doorKey(), $this->seenByVisitors($page), 'after the pattern the page counts again');
        $GLOBALS['post'] = $page;
        self::assertStringNotContainsString($foreign->doorKey(), do_blocks("<!-- wp:block {\"ref\":{$pattern->ID}} /-->"), 'nor in a template');
        $this->save('editor', $pattern, sprintf($form, $foreign->id));
        self::assertStringContainsString($foreign->doorKey(), $this->seenByVisitors($page), 'an editor stands for it');
    }

    public function testTemplatesAndWidgetsShowAnyRoom(): void
    {
        $room = $this->roomOf('colleague');
        $GLOBALS['post'] = $this->page('author', '<p>Hello</p>');
        self::assertStringContainsString($room->doorKey(), do_blocks("<!-- wp:bluebridge/room {\"roomId\":{$room->id}} /-->"));
    }

    public function testTheRendererOfBlocksGivesNoDoorAway(): void
    {
        $room = $this->roomOf('colleague');
        $render = fn (): string => (string) wp_json_encode($this->rest('GET', '/wp/v2/block-renderer/bluebridge/room', [
            'context' => 'edit',
            'attributes' => ['roomId' => $room->id],
        ])->get_data());
        foreach (['contributor', 'author'] as $login) {
            $this->actAs($login);
            self::assertStringNotContainsString($room->doorKey(), $render());
        }
        $this->actAs('colleague');
        self::assertStringContainsString($room->doorKey(), $render());
    }

    public function testToShowARoomCostsNoQueryMore(): void
    {
        $room = $this->roomOf('colleague');
        $allowed = $this->pageWith('colleague', $room);
        $plain = $this->page('colleague', "<p>{$room->id}</p>");
        $this->actAsVisitor();
        $queries = static function (WP_Post $page, string $content): int {
            global $wpdb;
            wp_cache_flush();
            query_posts(['p' => $page->ID, 'post_type' => 'post']);
            the_post();
            $before = (int) $wpdb->num_queries;
            apply_filters('the_content', $content);

            return (int) $wpdb->num_queries - $before;
        };
        $block = $allowed->post_content;
        $outside = function () use ($plain, $block): int {
            global $wpdb;
            wp_cache_flush();
            query_posts(['p' => $plain->ID, 'post_type' => 'post']);
            the_post();
            $before = (int) $wpdb->num_queries;
            do_blocks($block);

            return (int) $wpdb->num_queries - $before;
        };
        self::assertSame($outside(), $queries($allowed, $block));
    }

    private function pageWith(string $login, StoredRoom $room): WP_Post
    {
        return $this->page($login, "<!-- wp:bluebridge/room {\"roomId\":{$room->id}} /-->");
    }

    private function page(string $login, string $content, string $type = 'post'): WP_Post
    {
        $user = $this->actAs($login);
        $id = wp_insert_post([
            'post_type' => $type,
            'post_title' => 'Page',
            'post_content' => wp_slash($content),
            'post_status' => 'publish',
            'post_author' => $user->ID,
        ], true);
        self::assertIsInt($id);

        return get_post($id) ?? throw new \RuntimeException('The page is gone.');
    }

    private function save(string $login, WP_Post $page, string $content): void
    {
        $this->actAs($login);
        wp_update_post(['ID' => $page->ID, 'post_content' => wp_slash($content)]);
    }

    private function seenByVisitors(WP_Post $page): string
    {
        $this->actAsVisitor();

        return self::shown($page);
    }

    private static function shown(WP_Post $page): string
    {
        query_posts(['p' => $page->ID, 'post_type' => 'post']);
        the_post();

        $shown = apply_filters('the_content', get_the_content());

        return is_string($shown) ? $shown : '';
    }
}
