<?php

declare(strict_types=1);

namespace OCA\Bluebridge\SetupChecks;

use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Words\ErrorWords;
use OCP\IL10N;
use OCP\SetupCheck\ISetupCheck;
use OCP\SetupCheck\SetupResult;

/** Tells administrators whether each meeting server answers, and accepts the secret. */
final class ServerAnswers implements ISetupCheck
{
    /** No meeting has this id, and no server minds being asked for it. */
    private const NO_MEETING = 'bluebridge-no-such-meeting';

    public function __construct(
        private readonly Servers $servers,
        private readonly ServerSettingsStore $store,
        private readonly ErrorWords $words,
        private readonly IL10N $l10n,
    ) {
    }

    public function getCategory(): string
    {
        return 'network';
    }

    public function getName(): string
    {
        return $this->l10n->t('Meeting server of Bluebridge');
    }

    public function run(): SetupResult
    {
        $all = $this->store->all();
        if ($all === []) {
            return SetupResult::info($this->l10n->t('No meeting server is set. Rooms can be created, but nobody can meet in them.'));
        }
        $problems = [];
        foreach ($all as $id => $settings) {
            $problem = $this->problemOf((string) $id, $settings);
            if ($problem !== null) {
                $problems[] = count($all) === 1 ? $problem : "{$settings->endpoint}: {$problem}";
            }
        }

        return $problems === []
            ? SetupResult::success($this->l10n->t('The server answers, and the secret is right.'))
            : SetupResult::error(implode(' ', $problems));
    }

    private function problemOf(string $id, ServerSettings $settings): ?string
    {
        try {
            $this->servers->client(null, $id)->call('isMeetingRunning', ['meetingID' => self::NO_MEETING]);
        } catch (BbbException $error) {
            if ($error->error === BbbError::ChecksumRejected) {
                return $this->l10n->t('The server does not accept the secret: copy it again.');
            }
            if (!$settings->allowsLocal && PrivateAddress::is($settings->endpoint)) {
                return $this->l10n->t('The server has a private address. Allow this in the settings of the server.');
            }

            return $this->words->of($error->error);
        }

        return null;
    }
}
