<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Shortcodes;

use Bluebridge\WordPress\Storage\Database;

/**
 * By which pages still name rooms that came from another plugin: shortcodes there have a token, and the
 * importer keeps it with the room. A token opens nothing; it only says which room is meant.
 */
final class OldTokens
{
    public const FIELD = '_bluebridge_old_token';

    /** How many rooms the editor is told of. */
    private const MOST = 500;

    /** Notes that a room had a token; a room may have had several. */
    public static function keep(int $roomId, string $token): void
    {
        $plain = self::plain($token);
        if ($plain !== '' && !in_array($plain, (array) get_post_meta($roomId, self::FIELD), true)) {
            add_post_meta($roomId, self::FIELD, $plain);
        }
    }

    /** Finds the room that has a token; 0 for none. */
    public static function room(string $token): int
    {
        global $wpdb;
        $found = Database::column(
            'SELECT post_id FROM %i WHERE meta_key = %s AND meta_value = %s ORDER BY post_id LIMIT 1',
            $wpdb->postmeta,
            self::FIELD,
            self::plain($token),
        );

        return (int) ($found[0] ?? 0);
    }

    /** @return array<array-key, int> rooms by their tokens, the latest first */
    public static function all(): array
    {
        global $wpdb;
        $rows = Database::rows(
            'SELECT post_id, meta_value FROM %i WHERE meta_key = %s ORDER BY meta_id DESC LIMIT %d',
            $wpdb->postmeta,
            self::FIELD,
            self::MOST,
        );

        return array_map(intval(...), array_column($rows, 'post_id', 'meta_value'));
    }

    /**
     * Reads the tokens among the attributes of a shortcode; they may also stand alone, without a name.
     *
     * @param array<array-key, string> $attributes
     * @return list<string>
     */
    public static function among(array $attributes): array
    {
        $isToken = static fn (int|string $key): bool => is_int($key) || $key === 'token' || $key === 'tokens';

        return self::in(implode(',', array_filter($attributes, $isToken, ARRAY_FILTER_USE_KEY)));
    }

    /**
     * Reads the tokens in a text: separated by commas, with or without the word `token` before them.
     *
     * @return list<string>
     */
    public static function in(string $text): array
    {
        $tokens = array_map(
            static fn (string $part): string => self::plain((string) preg_replace('/^token(?=.)/', '', trim($part))),
            explode(',', $text),
        );

        return array_values(array_unique(array_filter($tokens, static fn (string $token): bool => $token !== '')));
    }

    private static function plain(string $token): string
    {
        return substr((string) preg_replace('/[^a-zA-Z0-9]+/', '', $token), 0, 64);
    }
}
