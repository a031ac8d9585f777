<?php

declare(strict_types=1);

namespace OCA\Bluebridge\SetupChecks;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCP\Http\Client\IClientService;
use OCP\IL10N;
use OCP\SetupCheck\ISetupCheck;
use OCP\SetupCheck\SetupResult;
use Throwable;

/** Tells administrators whether the servers have the same time as this Nextcloud: opening hours and signatures need it. */
final class ClocksAgree implements ISetupCheck
{
    private const WELL_SECONDS = 30;

    private const BADLY_SECONDS = 300;

    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly IClientService $clients,
        private readonly Clock $clock,
        private readonly IL10N $l10n,
    ) {
    }

    public function getCategory(): string
    {
        return 'network';
    }

    public function getName(): string
    {
        return $this->l10n->t('Clock of the meeting server');
    }

    public function run(): SetupResult
    {
        $apart = array_filter(array_map($this->apart(...), $this->store->all()), is_int(...));
        if ($apart === []) {
            return SetupResult::info($this->l10n->t('The meeting server did not say what time it is.'));
        }
        $most = max($apart);
        if ($most <= self::WELL_SECONDS) {
            return SetupResult::success($this->l10n->t('This Nextcloud and the meeting server agree on the time.'));
        }
        $text = $this->l10n->n(
            'The clocks are %n second apart. Have both set by a time server.',
            'The clocks are %n seconds apart. Have both set by a time server.',
            $most,
        );

        return $most > self::BADLY_SECONDS ? SetupResult::error($text) : SetupResult::warning($text);
    }

    /** @return int|null seconds; null when the server does not tell */
    private function apart(ServerSettings $settings): ?int
    {
        try {
            $answer = $this->clients->newClient()->request('GET', $settings->endpoint . 'api', [
                'connect_timeout' => 2,
                'timeout' => 5,
                'allow_redirects' => false,
                'http_errors' => false,
                'nextcloud' => ['allow_local_address' => $settings->allowsLocal],
            ]);
        } catch (Throwable) {
            // Whether it answers is another check.
            return null;
        }
        $time = strtotime($answer->getHeader('Date'));

        return $time === false ? null : abs($time - intdiv($this->clock->now(), 1000));
    }
}
