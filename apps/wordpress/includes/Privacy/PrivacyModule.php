<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Privacy;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Module;
use Closure;
use WP_User;

/** What the plugin adds to WordPress' tools for personal data, and to the guide for the privacy policy. */
final class PrivacyModule implements Module
{
    /** Rooms of somebody that are exported, or looked at, in one request. */
    public const AT_ONCE = 50;

    /** @param Closure(): PersonalData $data made only where somebody asks */
    public function __construct(private readonly Closure $data, private readonly BuiltFiles $builtFiles)
    {
    }

    public function register(): void
    {
        add_filter('wp_privacy_personal_data_exporters', $this->addExporter(...));
        add_filter('wp_privacy_personal_data_erasers', $this->addEraser(...));
        add_action('admin_init', $this->addPolicy(...));
    }

    /**
     * @param array<string, mixed> $exporters
     * @return array<string, mixed>
     */
    private function addExporter(array $exporters): array
    {
        $exporters['bluebridge'] = [
            'exporter_friendly_name' => __('Meetings', 'bluebridge'),
            'callback' => $this->export(...),
        ];

        return $exporters;
    }

    /**
     * @param array<string, mixed> $erasers
     * @return array<string, mixed>
     */
    private function addEraser(array $erasers): array
    {
        $erasers['bluebridge'] = [
            'eraser_friendly_name' => __('Meetings', 'bluebridge'),
            'callback' => $this->erase(...),
        ];

        return $erasers;
    }

    /** @return array{data: list<array<string, mixed>>, done: bool} */
    private function export(string $email, int $page = 1): array
    {
        $user = get_user_by('email', $email);

        return $user instanceof WP_User ? ($this->data)()->export($user, max(1, $page)) : ['data' => [], 'done' => true];
    }

    /** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
    private function erase(string $email): array
    {
        $user = get_user_by('email', $email);

        return $user instanceof WP_User
            ? ($this->data)()->erase($user)
            : ['items_removed' => false, 'items_retained' => false, 'messages' => [], 'done' => true];
    }

    private function addPolicy(): void
    {
        $policy = $this->builtFiles->write('privacy-policy', []);
        wp_add_privacy_policy_content(__('Meetings', 'bluebridge'), wp_kses_post($policy));
    }
}
