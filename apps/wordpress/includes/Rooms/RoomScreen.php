<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Http\Sent;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Policies\RoomLimit;
use Bluebridge\WordPress\Settings\Presets;

/**
 * The screen on which a room is made and changed, in place of WordPress' form for posts. It is drawn in
 * the browser, and everything on it goes through the REST API.
 */
final class RoomScreen implements Module
{
    private const SLUG = 'bluebridge-room';

    private const SCRIPT = 'admin/room/index';

    private string $hook = '';

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly BuiltFiles $builtFiles,
        private readonly Presets $presets = new Presets(),
    ) {
    }

    public function register(): void
    {
        add_action('admin_menu', $this->addPage(...), 9);
        add_action('admin_enqueue_scripts', $this->enqueue(...));
        add_action('load-post-new.php', $this->insteadOfNew(...));
        add_action('load-post.php', $this->insteadOfEdit(...));
        add_filter('get_edit_post_link', $this->link(...), 10, 2);
    }

    /** Gives the address of the screen; without a room it makes one. */
    public static function address(int $roomId = 0): string
    {
        $query = ['post_type' => RoomType::NAME, 'page' => self::SLUG] + ($roomId > 0 ? ['room' => $roomId] : []);

        return add_query_arg($query, admin_url('edit.php'));
    }

    private function addPage(): void
    {
        $parent = 'edit.php?post_type=' . RoomType::NAME;
        $title = __('Add room', 'bluebridge');
        // Whoever may have no more rooms still changes those they have.
        $this->hook = (string) add_submenu_page($parent, __('Room', 'bluebridge'), $title, Rights::EDIT, self::SLUG, $this->show(...));
        remove_submenu_page($parent, 'post-new.php?post_type=' . RoomType::NAME);
    }

    private function show(): void
    {
        $id = (int) Sent::query('room');
        $room = $this->rooms->find($id);
        $problem = match (true) {
            $id === 0 => current_user_can(Rights::CREATE) ? '' : RoomLimit::words(),
            $room === null, !current_user_can('edit_post', $id) => __('This room is gone, or belongs to somebody else.', 'bluebridge'),
            default => '',
        };
        $view = [
            'roomId' => $room->id ?? 0,
            'problem' => $problem,
            'listAddress' => add_query_arg('post_type', RoomType::NAME, admin_url('edit.php')),
            'screenAddress' => self::address(),
            'mayPublish' => current_user_can(Rights::PUBLISH),
            'mayUpload' => current_user_can('upload_files'),
            'presets' => $room === null ? $this->presets->choices() : [],
        ];
        require $this->builtFiles->template('room-screen');
    }

    private function enqueue(string $hook): void
    {
        $version = $hook === $this->hook ? $this->builtFiles->version(self::SCRIPT) : null;
        if ($version === null) {
            return;
        }
        $asset = require "{$this->builtFiles->folder()}/" . self::SCRIPT . '.asset.php';
        $needs = is_array($asset) && is_array($asset['dependencies'] ?? null) ? $asset['dependencies'] : [];
        $needs = array_values(array_filter($needs, self::isNamed(...)));
        $handle = 'bluebridge-room';
        wp_enqueue_script($handle, $this->builtFiles->url(self::SCRIPT . '.js'), $needs, $version, ['in_footer' => true]);
        wp_set_script_translations($handle, 'bluebridge');
        wp_enqueue_style($handle, $this->builtFiles->url('admin/room/index.css'), ['wp-components'], $version);
        if (current_user_can('upload_files')) {
            wp_enqueue_media();
        }
    }

    private function insteadOfNew(): void
    {
        if (Sent::query('post_type') === RoomType::NAME) {
            self::goTo(self::address());
        }
    }

    private function insteadOfEdit(): void
    {
        $id = (int) Sent::query('post');
        if (Sent::query('action') === 'edit' && get_post_type($id) === RoomType::NAME) {
            self::goTo(self::address($id));
        }
    }

    private function link(mixed $link, int $id): mixed
    {
        return is_string($link) && get_post_type($id) === RoomType::NAME ? self::address($id) : $link;
    }

    /** @phpstan-assert-if-true non-empty-string $handle */
    private static function isNamed(mixed $handle): bool
    {
        return is_string($handle) && $handle !== '';
    }

    private static function goTo(string $address): void
    {
        wp_safe_redirect($address);
        exit;
    }
}
