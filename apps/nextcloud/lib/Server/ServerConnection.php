<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Probe\Prober;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Probe\ProbeResult;
use SensitiveParameter;

/** Connects this Nextcloud with a meeting server. */
class ServerConnection
{
    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly HostTransport $transport,
        private readonly Clock $clock,
    ) {
    }

    /** Finds out what answers at an address that somebody pasted; keeps nothing. */
    public function probe(string $pasted, #[SensitiveParameter] string $secret, bool $allowsLocal): ProbeResult
    {
        $prober = new Prober($this->transport->allowingLocal($allowsLocal));

        return $prober->probe($pasted, $secret, $this->clock->now());
    }

    /**
     * Keeps a server that answers as it should.
     *
     * @param string|null $dialect null for the one that was found
     * @param string $id of the server; the usual one unless another is named
     * @param string $name what administrators call it
     */
    public function connect(
        string $pasted,
        #[SensitiveParameter] string $secret,
        bool $allowsLocal,
        ?string $dialect = null,
        string $id = ServerSettingsStore::USUAL,
        string $name = '',
    ): ProbeResult {
        $result = $this->probe($pasted, $secret, $allowsLocal);
        if ($result->failure === null && $result->record !== null) {
            $this->store->write(new ServerSettings(
                $result->record->endpoint,
                PastedSecret::in($pasted, $secret),
                $dialect ?? $result->record->dialect,
                $result->record->hashAlgorithm->value,
                $allowsLocal,
                $name,
            ), $id);
        }

        return $result;
    }
}
