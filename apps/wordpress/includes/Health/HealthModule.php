<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rest\StrictController;
use Bluebridge\WordPress\Server\NetworkServer;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Closure;

/** What the plugin adds to Tools › Site Health. */
final class HealthModule implements Module
{
    /** @param Closure(): list<Check> $checks made only where somebody looks */
    public function __construct(private readonly Closure $checks, private readonly ServerSettingsStore $store)
    {
    }

    public function register(): void
    {
        add_filter('site_status_tests', $this->addTests(...));
        add_filter('debug_information', $this->addInformation(...));
    }

    /**
     * @param array<string, array<string, mixed>> $tests
     * @return array<string, array<string, mixed>>
     */
    private function addTests(array $tests): array
    {
        foreach (($this->checks)() as $check) {
            $name = 'bluebridge_' . $check->id();
            $find = static fn (): array => $check->finding()->forSiteHealth($check->id());
            if ($check instanceof SlowCheck) {
                $tests['async'][$name] = [
                    'label' => $check->label(),
                    'test' => rest_url(StrictController::NAMESPACE . '/health/' . $check->id()),
                    'has_rest' => true,
                    'async_direct_test' => $find,
                ];
            } else {
                $tests['direct'][$name] = ['label' => $check->label(), 'test' => $find];
            }
        }

        return $tests;
    }

    /**
     * Adds what helps those who are asked for help; no secret, and addresses only where they stay here.
     *
     * @param array<string, mixed> $information
     * @return array<string, mixed>
     */
    private function addInformation(array $information): array
    {
        $settings = $this->store->read();
        $information['bluebridge'] = [
            'label' => __('Meetings', 'bluebridge'),
            'fields' => [
                'endpoint' => ['label' => __('Meeting server', 'bluebridge'), 'value' => $settings->endpoint, 'private' => true],
                'dialect' => ['label' => __('Kind of server', 'bluebridge'), 'value' => $settings->dialect],
                'algorithm' => ['label' => __('Checksums', 'bluebridge'), 'value' => $settings->hashAlgorithm],
                'secret' => [
                    'label' => __('Secret', 'bluebridge'),
                    'value' => match (true) {
                        $settings->secret === '' => __('none', 'bluebridge'),
                        ServerSettingsStore::isFixed('secret') => __('outside WordPress', 'bluebridge'),
                        default => __('sealed in the database', 'bluebridge'),
                    },
                ],
                'servers' => ['label' => __('Further servers', 'bluebridge'), 'value' => (string) count($this->store->others())],
                'locked' => [
                    'label' => __('Decided by the network', 'bluebridge'),
                    'value' => NetworkServer::isLocked() ? __('yes', 'bluebridge') : __('no', 'bluebridge'),
                ],
            ],
        ];

        return $information;
    }
}
