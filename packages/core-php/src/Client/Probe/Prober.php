<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

use Bluebridge\Core\Client\Transport;
use Bluebridge\Core\Signing\HashAlgorithm;
use SensitiveParameter;

/**
 * Finds out which server stands behind what somebody pasted: its endpoint, the best checksum it
 * accepts (sha256, then sha512, sha384, sha1), whether it looks at checksums at all, and its calls.
 *
 * It reads, or names meetings and recordings that do not exist; it never creates anything, sends
 * at most 12 requests, all to the pasted host, and never the secret. It throws nothing: each way
 * to fail has its own word and next step.
 */
final class Prober
{
    /**
     * @param int $timeoutMs patience for one request
     * @param bool $allowSha1 whether a server that accepts sha1 only is good enough
     */
    public function __construct(
        private readonly Transport $transport,
        private readonly int $timeoutMs = 8_000,
        private readonly bool $allowSha1 = false,
    ) {
    }

    /** @param int $now epoch ms */
    public function probe(string $endpointAsPasted, #[SensitiveParameter] string $secret, int $now): ProbeResult
    {
        $pasted = Pasted::read($endpointAsPasted, $secret);
        if ($pasted instanceof ProbeFailure) {
            return new ProbeResult($pasted, null, 0);
        }
        $asker = new Asker($pasted->secret, $this->transport, $this->timeoutMs);
        $finder = new EndpointFinder($asker);
        $found = $finder->find($pasted);
        if ($found instanceof ProbeFailure) {
            return new ProbeResult($found, null, $asker->made());
        }
        if ($finder->takesWrongChecksum($found)) {
            return new ProbeResult(ProbeFailure::ChecksumNotChecked, null, $asker->made());
        }
        $record = (new CapabilityFinder($asker))->find($found, $now);
        $isTooOld = $found->hashAlgorithm === HashAlgorithm::Sha1 && !$this->allowSha1;

        return new ProbeResult($isTooOld ? ProbeFailure::AlgorithmTooOld : null, $record, $asker->made());
    }
}
