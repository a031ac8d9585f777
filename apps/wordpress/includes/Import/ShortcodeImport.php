<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Import;

use Bluebridge\WordPress\Shortcodes\OldTokens;
use Bluebridge\WordPress\Storage\Database;

/**
 * Writes shortcodes of the plugin "BigBlueButton" in our way, where their rooms were imported. The
 * version before is kept among the revisions of the page.
 *
 * @phpstan-type Row array{postId: int, title: string, before: string, after: string|null}
 */
final class ShortcodeImport
{
    private const AT_ONCE = 100;

    public function __construct(private readonly OldRooms $old, private readonly ImportedRooms $imported)
    {
    }

    /**
     * Rewrites all posts, or only tells what would come of it.
     *
     * @return list<Row> one for each shortcode; `after` is null for one that stays as it is
     */
    public function run(bool $isDry): array
    {
        global $wpdb;
        $rows = [];
        $after = 0;
        $willBe = $isDry ? $this->roomsToCome() : [];
        do {
            $sql = "SELECT ID, post_title, post_content FROM %i WHERE ID > %d AND post_content LIKE %s
                AND post_type <> 'revision' AND post_status <> 'trash' ORDER BY ID LIMIT %d";
            $posts = Database::rows($sql, $wpdb->posts, $after, '%[bigbluebutton%', self::AT_ONCE);
            foreach ($posts as $post) {
                $after = (int) $post['ID'];
                $found = [];
                $content = $this->rewritten((string) $post['post_content'], $willBe, $found);
                foreach ($found as $shortcode) {
                    $rows[] = ['postId' => $after, 'title' => (string) $post['post_title']] + $shortcode;
                }
                if (!$isDry && $content !== $post['post_content']) {
                    $this->keep($after, $content);
                }
            }
        } while (count($posts) === self::AT_ONCE);

        return $rows;
    }

    /**
     * @param array<string, string> $willBe what stands for rooms that are not there yet, by their tokens
     * @param list<array{before: string, after: string|null}> $found
     * @param-out list<array{before: string, after: string|null}> $found
     */
    private function rewritten(string $content, array $willBe, array &$found): string
    {
        $pattern = '/' . get_shortcode_regex(['bigbluebutton', 'bigbluebutton_recordings']) . '/';

        return (string) preg_replace_callback($pattern, function (array $match) use ($willBe, &$found): string {
            // Two brackets around it show a shortcode as text.
            if ($match[1] === '[' && $match[6] === ']') {
                return $match[0];
            }
            $attributes = shortcode_parse_atts($match[3]);
            $after = $this->inOurWay($match[2], array_filter($attributes, is_string(...)), $willBe);
            $found[] = ['before' => $match[0], 'after' => $after];

            return $after ?? $match[0];
        }, $content);
    }

    /**
     * @param array<array-key, string> $attributes
     * @param array<string, string> $willBe
     */
    private function inOurWay(string $tag, array $attributes, array $willBe): ?string
    {
        $isAboutRecordings = $tag === 'bigbluebutton_recordings' || ($attributes['type'] ?? '') === 'recording';
        $texts = [];
        foreach (OldTokens::among($attributes) as $token) {
            $roomId = $this->imported->ofToken($token);
            $room = $roomId === 0 ? $willBe[$token] ?? null : (string) $roomId;
            if ($room === null) {
                return null;
            }
            $texts[] = $isAboutRecordings ? "[bluebridge_recordings id=\"{$room}\"]" : "[bluebridge_room id=\"{$room}\"]";
        }

        return $texts === [] ? null : implode("\n", $texts);
    }

    /** @return array<string, string> */
    private function roomsToCome(): array
    {
        $rooms = [];
        foreach ($this->old->all() as $old) {
            foreach (OldTokens::in("meeting{$old->id},{$old->token}") as $token) {
                /* translators: %s: title of a room; stands where the number of the room will be */
                $rooms[$token] = sprintf(__('new room “%s”', 'bluebridge'), $old->title);
            }
        }

        return $rooms;
    }

    /** Past the filters that change what people without certain rights write: only shortcodes change here. */
    private function keep(int $postId, string $content): void
    {
        global $wpdb;
        wp_save_post_revision($postId);
        Database::update($wpdb->posts, ['post_content' => $content], ['ID' => $postId]);
        clean_post_cache($postId);
    }
}
