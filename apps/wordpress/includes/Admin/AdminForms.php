<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Admin;

use Bluebridge\WordPress\Http\Sent;

/**
 * Forms of the administration: sent with a nonce to `admin-post.php`, answered by going back to their
 * screen, which tells once what came of it.
 *
 * @phpstan-type Told array{works: bool, text: string}
 */
final class AdminForms
{
    private const TOLD = 'bluebridge_told_';

    /** Ends the request unless it has the nonce of the form and its sender the right. */
    public static function guard(string $action, string $right): void
    {
        check_admin_referer($action);
        if (!current_user_can($right)) {
            self::refuse();
        }
    }

    /** Ends the request of somebody who may not do that. */
    public static function refuse(): never
    {
        wp_die(esc_html__('You are not allowed to do that.', 'bluebridge'), '', ['response' => 403]);
    }

    /**
     * Goes back to a screen with what came of the form.
     *
     * @param Told $told
     */
    public static function goBack(string $screen, array $told): never
    {
        self::tell($told);
        wp_safe_redirect($screen, 303);
        exit;
    }

    /** @param Told $told */
    public static function tell(array $told): void
    {
        set_transient(self::TOLD . get_current_user_id(), $told, MINUTE_IN_SECONDS);
    }

    /**
     * Takes what the screen is to tell this person; null for nothing.
     *
     * @return Told|null
     */
    public static function told(): ?array
    {
        $name = self::TOLD . get_current_user_id();
        $told = get_transient($name);
        delete_transient($name);
        $works = is_array($told) ? $told['works'] ?? null : null;
        $text = is_array($told) ? $told['text'] ?? null : null;

        return is_bool($works) && is_string($text) ? ['works' => $works, 'text' => $text] : null;
    }

    /** Tells whether a box of the form was ticked. */
    public static function isTicked(string $name): bool
    {
        return Sent::field($name) === '1';
    }
}
