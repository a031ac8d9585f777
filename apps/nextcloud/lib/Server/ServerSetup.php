<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Probe\ProbeFailure;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Dialects\DialectTable;
use OCA\Bluebridge\Words\ProbeWords;
use OCP\IL10N;
use SensitiveParameter;

/** What an administrator does with the meeting server: trying it out, and keeping it. */
class ServerSetup
{
    public function __construct(
        private readonly ServerConnection $connection,
        private readonly ServerSettingsStore $store,
        private readonly MeetingWatches $watches,
        private readonly ProbeWords $words,
        private readonly IL10N $l10n,
    ) {
    }

    /**
     * Tries what somebody pasted; the secret that is kept is used where none is typed for the same server.
     *
     * @param string $dialect that the administrator insists on; empty for what the server says it is
     * @param string $id of the server; the usual one unless another is named
     * @return array{endpoint: string, dialect: string, isGood: bool, checks: list<array{name: string, isGood: bool, text: string}>}
     */
    public function probe(string $pasted, #[SensitiveParameter] string $secret, string $dialect, bool $allowsLocal, string $id = ServerSettingsStore::USUAL): array
    {
        $before = $this->store->read($id);
        $secret = $secret === '' && ($pasted === '' || $pasted === $before->endpoint) ? $before->secret : $secret;
        $result = $this->connection->probe($pasted === '' ? $before->endpoint : $pasted, $secret, $allowsLocal);
        $record = $result->record;
        $isGood = $result->failure === null && $record !== null;
        $checks = [['name' => 'server', 'isGood' => $isGood, 'text' => $this->textOf($result->failure, $allowsLocal)]];
        if ($record !== null && $isGood) {
            $text = $this->l10n->t('The requests are signed by %s.', [$record->hashAlgorithm->value]);
            $checks[] = ['name' => 'checksum', 'isGood' => true, 'text' => $text];
        }

        return [
            'endpoint' => $record === null ? $before->endpoint : $record->endpoint,
            'dialect' => match (true) {
                isset(DialectTable::ALL[$dialect]) => $dialect,
                default => $record === null ? $before->dialect : $record->dialect,
            },
            'isGood' => $isGood,
            'checks' => $checks,
        ];
    }

    /**
     * Keeps a server that answers as it should.
     *
     * @param string $dialect empty for what the server says it is
     * @param string $id of the server; the usual one unless another is named
     * @param string $name what administrators call it
     * @throws Problem with a word of `ProbeFailure`
     */
    public function keep(
        string $pasted,
        #[SensitiveParameter] string $secret,
        string $dialect,
        bool $allowsLocal,
        string $id = ServerSettingsStore::USUAL,
        string $name = '',
    ): void {
        $before = $this->store->read($id);
        $isSame = $pasted === '' || $pasted === $before->endpoint;
        // The secret of one server is nobody's business at another address.
        $typed = $secret === '' && $isSame ? $before->secret : $secret;
        $kind = isset(DialectTable::ALL[$dialect]) ? $dialect : null;
        $pasted = $pasted === '' ? $before->endpoint : $pasted;
        $result = $this->connection->connect($pasted, $typed, $allowsLocal, $kind, $id, $name);
        if ($result->failure !== null || $result->record === null) {
            throw Problem::invalid($result->failure === null ? 'server_invalid' : $result->failure->value);
        }
        if ($before->endpoint !== '' && $result->record->endpoint !== $before->endpoint) {
            // What was known of meetings was known of another server.
            $this->watches->forgetAll();
        }
    }

    private function textOf(?ProbeFailure $failure, bool $allowsLocal): string
    {
        if ($failure === null) {
            return $this->l10n->t('The server answers, and the secret is right.');
        }
        $text = $this->words->of($failure);
        if ($failure === ProbeFailure::Unreachable && !$allowsLocal) {
            $text .= ' ' . $this->l10n->t('If it is in your own network, allow local addresses below.');
        }

        return $text;
    }
}
