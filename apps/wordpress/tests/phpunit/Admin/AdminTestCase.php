<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Admin;

use Bluebridge\WordPress\Admin\AdminForms;
use Bluebridge\WordPress\Tests\RoomTestCase;
use Bluebridge\WordPress\Tests\Site;

/** A test of screens in the administration and of their forms. */
abstract class AdminTestCase extends RoomTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        require_once Site::folder() . '/wp-admin/includes/template.php';
        add_filter('wp_redirect', static function (string $location): never {
            throw new Redirected($location);
        });
        add_filter('wp_die_handler', static fn (): callable => static function (mixed $message, mixed $title, mixed $arguments): never {
            $status = is_array($arguments) && is_int($arguments['response'] ?? null) ? $arguments['response'] : 0;
            throw new Refused(is_string($message) ? $message : '', $status);
        });
    }

    /**
     * Sends a form, and gives what its screen would tell afterwards.
     *
     * @param array<string, string> $fields
     * @return array{works: bool, text: string}|null null when it did not come back to its screen
     */
    protected function send(string $action, array $fields, ?string $nonce = null): ?array
    {
        $_POST = $_REQUEST = wp_slash($fields + ['action' => $action, '_wpnonce' => $nonce ?? wp_create_nonce($action)]);
        try {
            do_action("admin_post_{$action}");
        } catch (Redirected) {
            return AdminForms::told();
        }

        return null;
    }

    /**
     * Sends a form that must be refused.
     *
     * @param array<string, string> $fields
     */
    protected function assertRefused(string $action, array $fields, ?string $nonce = null): void
    {
        $refusal = null;
        try {
            $this->send($action, $fields, $nonce);
        } catch (Refused $refused) {
            $refusal = $refused;
        }
        self::assertNotNull($refusal, "{$action} was not refused");
        self::assertSame(403, $refusal->getCode());
    }

    /**
     * Opens a screen as the current user.
     *
     * @param non-empty-string $menu the action that adds it
     */
    protected function open(string $slug, string $parent, string $menu = 'admin_menu'): string
    {
        foreach (['submenu', 'menu', '_wp_submenu_nopriv', '_registered_pages', '_parent_pages'] as $global) {
            $GLOBALS[$global] = [];
        }
        do_action($menu);
        ob_start();
        do_action(get_plugin_page_hookname($slug, $parent));

        return (string) ob_get_clean();
    }
}
