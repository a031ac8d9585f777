<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Blocks;

use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomType;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Shortcodes\OldTokens;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Closure;

/** What the editor offers besides the blocks: patterns, and what blocks there need to know of the site. */
final class EditorModule implements Module
{
    private const CATEGORY = 'bluebridge';

    /** The script that is on every page of the editor with our blocks. */
    private const SCRIPT = 'bluebridge-room-editor-script';

    /** @param Closure(): Servers $servers asked only in the editor */
    public function __construct(private readonly Closure $servers)
    {
    }

    public function register(): void
    {
        add_action('init', self::addPatterns(...));
        add_action('enqueue_block_editor_assets', $this->tellScripts(...));
    }

    private static function addPatterns(): void
    {
        register_block_pattern_category(self::CATEGORY, ['label' => __('Meetings', 'bluebridge')]);
        register_block_pattern('bluebridge/lesson', [
            'title' => __('A lesson', 'bluebridge'),
            'description' => __('What a lesson is about, its room, and what to prepare.', 'bluebridge'),
            'categories' => [self::CATEGORY],
            'viewportWidth' => 800,
            'content' => Patterns::lesson(),
        ]);
        register_block_pattern('bluebridge/office-hours', [
            'title' => __('Office hours', 'bluebridge'),
            'description' => __('When somebody can be met, and the button that leads to them.', 'bluebridge'),
            'categories' => [self::CATEGORY],
            'viewportWidth' => 800,
            'content' => Patterns::officeHours(),
        ]);
    }

    /** No secrets here: anybody may read it who may write a page. */
    private function tellScripts(): void
    {
        $mayManage = current_user_can(Rights::MANAGE);
        $facts = [
            'hasServer' => $this->hasServer(),
            'connectUrl' => $mayManage ? admin_url('edit.php?post_type=' . RoomType::NAME . '&page=bluebridge-server') : '',
            'roomUrl' => admin_url('edit.php?post_type=' . RoomType::NAME . '&page=bluebridge-room&room='),
            'oldRooms' => (object) OldTokens::all(),
        ];
        $json = wp_json_encode($facts, JSON_HEX_TAG | JSON_HEX_AMP);
        wp_add_inline_script(self::SCRIPT, "window.bluebridgeEditor = {$json};", 'before');
    }

    private function hasServer(): bool
    {
        try {
            ($this->servers)()->client();

            return true;
        } catch (BbbException) {
            return false;
        }
    }
}
