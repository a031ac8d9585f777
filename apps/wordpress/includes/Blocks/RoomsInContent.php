<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Blocks;

use Bluebridge\WordPress\Shortcodes\OldTokens;

/** Finds the rooms whose doors a text shows: by our blocks, our shortcodes, and those of imported rooms. */
final class RoomsInContent
{
    private const BLOCKS = ['bluebridge/room', 'bluebridge/join'];

    public const SHORTCODES = ['bluebridge_room', 'bluebridge_join', 'bigbluebutton'];

    /**
     * Lists them by their ids, each once.
     *
     * @return list<int>
     */
    public static function of(string $content): array
    {
        // Most texts have none, and are not taken apart.
        if (preg_match('/bluebridge|bigbluebutton/', $content) !== 1) {
            return [];
        }

        return array_values(array_unique(array_diff([...self::inBlocks(parse_blocks($content)), ...self::inShortcodes($content)], [0])));
    }

    /**
     * @param array<array-key, mixed> $blocks
     * @return list<int>
     */
    private static function inBlocks(array $blocks): array
    {
        $found = [];
        foreach ($blocks as $block) {
            if (!is_array($block)) {
                continue;
            }
            $id = is_array($block['attrs'] ?? null) ? $block['attrs']['roomId'] ?? 0 : 0;
            if (in_array($block['blockName'] ?? '', self::BLOCKS, true) && is_numeric($id)) {
                $found[] = (int) $id;
            }
            $found = [...$found, ...self::inBlocks((array) ($block['innerBlocks'] ?? []))];
        }

        return $found;
    }

    /** @return list<int> */
    private static function inShortcodes(string $content): array
    {
        preg_match_all('/' . get_shortcode_regex(self::SHORTCODES) . '/', $content, $found, PREG_SET_ORDER);
        $rooms = [];
        foreach ($found as [, , $name, $text]) {
            $given = array_filter((array) shortcode_parse_atts($text), is_string(...));
            $rooms = [...$rooms, ...($name === 'bigbluebutton' ? self::byTokens($given) : [(int) ($given['id'] ?? 0)])];
        }

        return $rooms;
    }

    /**
     * @param array<array-key, string> $given
     * @return list<int>
     */
    private static function byTokens(array $given): array
    {
        return array_map(OldTokens::room(...), OldTokens::in(implode(',', $given)));
    }
}
