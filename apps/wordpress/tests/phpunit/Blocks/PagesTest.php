<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Blocks;

use Bluebridge\WordPress\Tests\Directory\Shipped;
use Bluebridge\WordPress\Tests\RoomTestCase;
use WP_Block_Type_Registry;

/** What pages get of the blocks, with themes of both kinds. */
final class PagesTest extends RoomTestCase
{
    public function testWithAClassicThemeOtherPagesGetNoStyleOfOurs(): void
    {
        self::pretendClassicTheme();
        do_action('enqueue_block_assets');
        self::assertSame([], self::ownStyles());
    }

    public function testWithAClassicThemeAPageWithABlockHasTheStyleInItsHead(): void
    {
        self::pretendClassicTheme();
        $this->visit('<!-- wp:bluebridge/join {"roomId":1} /-->');
        do_action('enqueue_block_assets');
        self::assertSame(['bluebridge-room-style'], self::ownStyles());
    }

    public function testTheBlocksOfDoorsShareAStyleAndAModule(): void
    {
        foreach (['room', 'join', 'my-rooms'] as $name) {
            $type = WP_Block_Type_Registry::get_instance()->get_registered("bluebridge/{$name}");
            self::assertNotNull($type);
            self::assertSame(['bluebridge-room-style'], $type->style_handles);
            self::assertSame(['bluebridge-room-view-script-module'], $type->view_script_module_ids);
            self::assertSame(3, $type->api_version);
            self::assertIsArray($type->example);
        }
    }

    public function testSeveralRoomsOnOnePageKnowNothingOfEachOther(): void
    {
        $rooms = [$this->roomOf('author', title: 'One'), $this->roomOf('author', title: 'Two')];
        $this->meetings->enter($rooms[0], self::moderator(), true, 'https://example.org/');
        $this->actAs('author');
        $page = do_blocks(implode("\n", array_map(static fn ($room): string => "<!-- wp:bluebridge/room {\"roomId\":{$room->id}} /-->", $rooms)));
        preg_match_all("~data-wp-context='([^']*)'~", $page, $found);
        $contexts = array_map(static fn (string $json): array => (array) json_decode($json, true), $found[1]);
        self::assertSame([true, false], array_column($contexts, 'open'));
        self::assertNotSame($contexts[0]['statusAddress'] ?? '', $contexts[1]['statusAddress'] ?? '');
    }

    public function testStylesServeBothDirectionsOfWriting(): void
    {
        $sided = '~(?<![\w-])(?:(?:margin|padding|border)-)?(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)~';
        $styles = Shipped::files('.css');
        self::assertNotSame([], $styles);
        foreach ($styles as $style) {
            self::assertDoesNotMatchRegularExpression($sided, Shipped::text($style), $style);
        }
    }

    private static function pretendClassicTheme(): void
    {
        array_map(wp_dequeue_style(...), self::ownStyles());
        remove_all_filters('should_load_separate_core_block_assets');
        add_filter('should_load_separate_core_block_assets', '__return_false');
        add_filter('should_load_block_assets_on_demand', '__return_false');
    }

    private function visit(string $content): void
    {
        $id = wp_insert_post(['post_title' => 'Page', 'post_content' => $content, 'post_status' => 'publish'], true);
        self::assertIsInt($id);
        query_posts(['p' => $id]);
        $GLOBALS['post'] = get_post($id);
    }

    protected function tearDown(): void
    {
        wp_reset_query();
        unset($GLOBALS['post']);
        parent::tearDown();
    }

    /** @return list<string> */
    private static function ownStyles(): array
    {
        return array_values(array_filter(wp_styles()->queue, static fn (string $name): bool => str_starts_with($name, 'bluebridge')));
    }
}
