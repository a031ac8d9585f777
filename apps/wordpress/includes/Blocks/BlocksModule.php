<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Blocks;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Module;
use Closure;
use WP_Block_Type;
use WP_Block_Type_Registry;

/**
 * The blocks. Those about the door of a room share a style and a module, which are on pages that show
 * one, and on no other page.
 */
final class BlocksModule implements Module
{
    private const NAMESPACE = 'bluebridge/';

    /**
     * Each is made only where it is shown.
     *
     * @param Closure(): RoomCard $roomCard
     * @param Closure(): JoinButton $joinButton
     * @param Closure(): MyRooms $myRooms
     */
    public function __construct(
        private readonly BuiltFiles $builtFiles,
        private readonly Closure $roomCard,
        private readonly Closure $joinButton,
        private readonly Closure $myRooms,
    ) {
    }

    public function register(): void
    {
        // Before features that add blocks of their own from the same folder.
        add_action('init', $this->addBlocks(...), 9);
        add_action('enqueue_block_assets', self::leaveStyleOut(...), 20);
    }

    private function addBlocks(): void
    {
        $folder = $this->builtFiles->folder();
        if (!is_dir("{$folder}/blocks/room")) {
            // A working copy that nobody has built.
            return;
        }
        // Early builds of 6.7 do without, and read each block.json.
        if (function_exists('wp_register_block_metadata_collection')) {
            wp_register_block_metadata_collection("{$folder}/blocks", "{$folder}/blocks-manifest.php");
        }
        $renderers = [
            'room' => fn (array $attributes): string => ($this->roomCard)()->render($attributes),
            'join' => fn (array $attributes): string => ($this->joinButton)()->render($attributes),
            'my-rooms' => fn (array $attributes): string => ($this->myRooms)()->render($attributes),
        ];
        foreach ($renderers as $name => $render) {
            register_block_type_from_metadata("{$folder}/blocks/{$name}", ['render_callback' => $render]);
        }
    }

    /**
     * With classic themes, WordPress puts the styles of all blocks on every page. Blocks bring theirs along
     * when they are shown; a page that is known to show one has it in its head.
     */
    private static function leaveStyleOut(): void
    {
        if (is_admin() || wp_should_load_separate_core_block_assets()) {
            return;
        }
        $ours = array_filter(
            WP_Block_Type_Registry::get_instance()->get_all_registered(),
            static fn (int|string $name): bool => str_starts_with((string) $name, self::NAMESPACE),
            ARRAY_FILTER_USE_KEY,
        );
        $shown = array_filter(array_keys($ours), static fn (int|string $name): bool => is_singular() && has_block((string) $name));
        $needed = self::stylesOf(array_intersect_key($ours, array_flip($shown)));
        array_map(wp_dequeue_style(...), array_diff(self::stylesOf($ours), $needed));
    }

    /**
     * @param array<array-key, WP_Block_Type> $types
     * @return list<string>
     */
    private static function stylesOf(array $types): array
    {
        $styles = array_map(static fn (WP_Block_Type $type): array => array_values($type->style_handles), $types);

        return array_merge(...array_values($styles));
    }
}
