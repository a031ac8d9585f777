<?php

declare(strict_types=1);

namespace OCA\Bluebridge\SetupChecks;

use OCA\Bluebridge\Server\ServerSettingsStore;
use OCP\Http\Client\IClientService;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\SetupCheck\ISetupCheck;
use OCP\SetupCheck\SetupResult;
use Throwable;

/** Tells administrators whether servers can reach this Nextcloud: to tell of recordings, and to fetch large files. */
final class CallbacksArrive implements ISetupCheck
{
    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly IClientService $clients,
        private readonly IURLGenerator $urls,
        private readonly IL10N $l10n,
    ) {
    }

    public function getCategory(): string
    {
        return 'network';
    }

    public function getName(): string
    {
        return $this->l10n->t('Messages of the meeting server');
    }

    public function run(): SetupResult
    {
        $url = $this->urls->getAbsoluteURL('/status.php');
        if (PrivateAddress::is($url) && !$this->areServersNear()) {
            // TRANSLATORS %s is the name of a host
            return SetupResult::warning($this->l10n->t('“%s” is known in your own network only, so the meeting server cannot reach this Nextcloud. Set “overwrite.cli.url”.', [(string) parse_url($url, PHP_URL_HOST)]));
        }
        try {
            $answer = $this->clients->newClient()->request('GET', $url, [
                'connect_timeout' => 2,
                'timeout' => 5,
                'allow_redirects' => false,
                'http_errors' => false,
                // It is this Nextcloud itself that is asked.
                'nextcloud' => ['allow_local_address' => true],
            ]);
        } catch (Throwable) {
            return SetupResult::warning($this->l10n->t('This Nextcloud does not reach itself by its address, so the meeting server may not either. Look at “overwrite.cli.url”.'));
        }

        return $answer->getStatusCode() === 200
            ? SetupResult::success($this->l10n->t('The address of this Nextcloud answers.'))
            // TRANSLATORS %s is a status such as 403
            : SetupResult::warning($this->l10n->t('The address of this Nextcloud answers with %s, so messages may not arrive.', [(string) $answer->getStatusCode()]));
    }

    /** Tells whether all servers are in the same network as this Nextcloud. */
    private function areServersNear(): bool
    {
        foreach ($this->store->all() as $settings) {
            if (!$settings->allowsLocal) {
                return false;
            }
        }

        return true;
    }
}
