<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Blocks;

use Bluebridge\WordPress\Access\AccessStore;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\StoredRoom;
use WP_Post;

/**
 * Which rooms a page may show. The door on a page has the address of the room in it, so nobody gets that
 * by writing a number. A post shows a room that its author may place, and one that was in it when somebody
 * saved it who may place it: editors any, others those they lead, and those whose owners let colleagues.
 * It stays so when the author of the page or the owner of the room is another one later.
 */
final class Placements implements Module
{
    /** Of a post: which rooms were placed in it by whom may do so. */
    private const PLACED = '_bluebridge_placed';

    private const PATTERN = 'core/block';

    /** @var list<int> the synced patterns that are being shown, the innermost last */
    private array $patterns = [];

    public function __construct(private readonly AccessStore $access)
    {
    }

    public function register(): void
    {
        add_action('save_post', $this->note(...), 10, 2);
        add_filter('render_block_data', $this->enterPattern(...), PHP_INT_MAX);
        add_filter('render_block_' . self::PATTERN, $this->leavePattern(...), PHP_INT_MIN);
    }

    /** Tells whether a room may be shown where the page is being made now. */
    public function allow(StoredRoom $room): bool
    {
        if ($this->patterns !== []) {
            // Its author may change it at any time, on whoever's page it is.
            return $this->mayBeIn(get_post(end($this->patterns)), $room);
        }
        if (!doing_filter('the_content')) {
            // Templates and widgets are made by people who decide about the whole site. Whoever asks a
            // program for a block has written what they ask for.
            return (!is_admin() && !wp_is_rest_endpoint()) || $this->mayPlace(get_current_user_id(), $room->id);
        }

        return $this->mayBeIn(get_post(), $room);
    }

    /** @param WP_Post|null $post a page or a synced pattern */
    private function mayBeIn(?WP_Post $post, StoredRoom $room): bool
    {
        // Without an author it was made by a program on this machine.
        if (!$post instanceof WP_Post || (int) $post->post_author === 0) {
            return true;
        }

        return in_array($room->id, self::placedIn($post->ID), true) || $this->mayPlace((int) $post->post_author, $room->id);
    }

    /** Tells whoever may change the page why a room is not shown; nothing to readers. */
    public function refusal(): string
    {
        $id = (int) get_the_ID();
        if ($id === 0 || !doing_filter('the_content') || !current_user_can('edit_post', $id)) {
            return '';
        }
        $what = __('Readers do not see this room: it belongs to somebody else.', 'bluebridge');
        $then = __('Ask them to let colleagues show it, or ask an editor to save this page.', 'bluebridge');

        return '<p ' . get_block_wrapper_attributes(['class' => 'bluebridge-room']) . '>' . esc_html("{$what} {$then}") . '</p>';
    }

    /**
     * @param array<string, mixed> $block
     * @return array<string, mixed>
     */
    private function enterPattern(array $block): array
    {
        if (($block['blockName'] ?? '') === self::PATTERN) {
            $ref = is_array($block['attrs'] ?? null) ? $block['attrs']['ref'] ?? 0 : 0;
            $this->patterns[] = is_numeric($ref) ? (int) $ref : 0;
        }

        return $block;
    }

    /** WordPress runs shortcodes when the whole page is there; those of a pattern are run while it is known whose it is. */
    private function leavePattern(string $html): string
    {
        $html = self::runShortcodes($html);
        array_pop($this->patterns);

        return $html;
    }

    private static function runShortcodes(string $html): string
    {
        if (!str_contains($html, '[')) {
            return $html;
        }
        /** @var callable(array<array-key, string>): string $run WordPress' own for what this expression finds */
        $run = 'do_shortcode_tag';

        return (string) preg_replace_callback('/' . get_shortcode_regex(RoomsInContent::SHORTCODES) . '/', $run, $html);
    }

    private function mayPlace(int $userId, int $roomId): bool
    {
        if ($userId === 0) {
            return false;
        }

        return user_can($userId, Rights::LEAD, $roomId)
            || user_can($userId, Rights::EDIT_OTHERS)
            || ($this->access->read($roomId)->colleaguesMayPlace && user_can($userId, Rights::EDIT));
    }

    /** Keeps which rooms somebody has placed in a post; of those from before, what is still in it. */
    private function note(int $id, WP_Post $post): void
    {
        if (wp_is_post_revision($post) !== false) {
            return;
        }
        $before = self::placedIn($id);
        $user = get_current_user_id();
        $isPlaced = fn (int $room): bool => in_array($room, $before, true) || $this->mayPlace($user, $room);
        $placed = array_values(array_filter(RoomsInContent::of($post->post_content), $isPlaced));
        if ($placed === $before) {
            return;
        }
        // With the number of the post, so that it means nothing on a copy.
        $placed === []
            ? delete_post_meta($id, self::PLACED)
            : update_post_meta($id, self::PLACED, ['post' => $id, 'rooms' => $placed]);
    }

    /** @return list<int> */
    private static function placedIn(int $postId): array
    {
        $kept = get_post_meta($postId, self::PLACED, true);
        $rooms = is_array($kept) && ($kept['post'] ?? 0) === $postId ? $kept['rooms'] ?? [] : [];

        return is_array($rooms) ? array_values(array_filter($rooms, is_int(...))) : [];
    }
}
