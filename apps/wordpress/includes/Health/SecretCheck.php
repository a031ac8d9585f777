<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Server\ServerSettingsStore;

/** Whether the secret of the server is there, and well kept. */
final class SecretCheck implements Check
{
    public function __construct(private readonly ServerSettingsStore $store)
    {
    }

    public function id(): string
    {
        return 'secret';
    }

    public function label(): string
    {
        return __('Secret of the meeting server', 'bluebridge');
    }

    public function finding(): Finding
    {
        $settings = $this->store->read();

        return match (true) {
            $this->store->hasLostSecret() => Finding::critical(
                __('The secret of the meeting server cannot be read', 'bluebridge'),
                __('The keys of this site have changed since it was saved. Type it again under Rooms › Meeting server.', 'bluebridge'),
            ),
            $settings->secret === '' => Finding::critical(
                __('The meeting server has no secret', 'bluebridge'),
                __('Type it under Rooms › Meeting server.', 'bluebridge'),
            ),
            !str_starts_with($settings->endpoint, 'https://') && !self::isOnThisMachine($settings->endpoint) => Finding::recommended(
                __('The meeting server is asked without encryption', 'bluebridge'),
                __('Its address begins with http://. Have https set up there and connect it anew.', 'bluebridge'),
            ),
            ServerSettingsStore::isFixed('secret') => Finding::good(
                __('The secret of the meeting server is kept outside WordPress', 'bluebridge'),
                __('A copy of the database does not hold it.', 'bluebridge'),
            ),
            !SealedText::hasOwnKey() => Finding::recommended(
                __('The secret of the meeting server is sealed with the salts of the site', 'bluebridge'),
                __('It gets lost when they are changed. Set the constant BLUEBRIDGE_SECRET_KEY and save the server anew.', 'bluebridge'),
            ),
            default => Finding::good(
                __('The secret of the meeting server is sealed', 'bluebridge'),
                __('A copy of the database alone opens it to nobody.', 'bluebridge'),
            ),
        };
    }

    private static function isOnThisMachine(string $endpoint): bool
    {
        return in_array(wp_parse_url($endpoint, PHP_URL_HOST), ['127.0.0.1', 'localhost', '[::1]'], true);
    }
}
