<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Shortcodes;

use Bluebridge\WordPress\Module;

/**
 * Shortcodes for pages without blocks, and those that pages still have from the plugin whose rooms were
 * imported. Each is a block, so that WordPress brings the files of the block along.
 */
final class Shortcodes implements Module
{
    private const ROOM = 'bluebridge/room';

    private const RECORDINGS = 'bluebridge/recordings';

    public function register(): void
    {
        $ofRoom = static fn (mixed $given): array => ['roomId' => self::number(self::attributes($given), 'id')];
        self::add('bluebridge_room', self::ROOM, $ofRoom);
        self::add('bluebridge_join', 'bluebridge/join', $ofRoom);
        self::add('bluebridge_my_rooms', 'bluebridge/my-rooms', static function (mixed $given): array {
            $most = self::number(self::attributes($given), 'most');

            return $most === 0 ? [] : ['most' => $most];
        });
        // Late, so that the other plugin has its shortcodes for as long as it is there.
        add_action('init', $this->addOld(...), PHP_INT_MAX);
    }

    private function addOld(): void
    {
        foreach (['bigbluebutton', 'bigbluebutton_recordings'] as $name) {
            if (!shortcode_exists($name)) {
                add_shortcode($name, static fn (mixed $given): string => self::old(self::attributes($given), $name));
            }
        }
    }

    /** @param array<array-key, string> $given */
    private static function old(array $given, string $name): string
    {
        $isRecordings = $name === 'bigbluebutton_recordings' || ($given['type'] ?? '') === 'recording';
        $block = $isRecordings ? self::RECORDINGS : self::ROOM;
        $ofToken = static fn (string $token): string => self::block($block, ['roomId' => OldTokens::room($token)]);

        return implode('', array_map($ofToken, OldTokens::among($given)));
    }

    /**
     * @param non-empty-string $name
     * @param callable(mixed): array<string, mixed> $read makes attributes of the block
     */
    private static function add(string $name, string $block, callable $read): void
    {
        add_shortcode($name, static fn (mixed $given): string => self::block($block, $read($given)));
    }

    /** @param array<string, mixed> $attributes */
    private static function block(string $name, array $attributes): string
    {
        return render_block([
            'blockName' => $name,
            'attrs' => $attributes,
            'innerBlocks' => [],
            'innerHTML' => '',
            'innerContent' => [],
        ]);
    }

    /** @param array<array-key, string> $given */
    private static function number(array $given, string $name): int
    {
        return is_numeric($given[$name] ?? null) ? (int) $given[$name] : 0;
    }

    /**
     * @param mixed $given a text when there are none
     * @return array<array-key, string>
     */
    private static function attributes(mixed $given): array
    {
        return is_array($given) ? array_filter($given, is_string(...)) : [];
    }
}
