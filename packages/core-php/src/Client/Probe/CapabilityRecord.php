<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

use Bluebridge\Core\Signing\HashAlgorithm;

/**
 * What a server can do, as found at one moment; without any secret.
 *
 * A finding of a call says what it rests on: `SUCCESS`, a message key, or `missing`, `page`,
 * `forbidden`, `busy`, `redirect`, `not_asked` and the reasons why an answer is lost.
 *
 * @phpstan-type CallFinding array{supported: 'yes'|'no'|'unknown', evidence: string}
 */
final class CapabilityRecord
{
    /**
     * @param int $probedAt epoch ms
     * @param string $endpoint as `Server::from` takes it, ending in `/`
     * @param HashAlgorithm|null $hooksHashAlgorithm what the service behind `hooks/` accepts, when it answered
     * @param string|null $version release, when the server tells it
     * @param string $dialectBecause what says which dialect it is
     * @param array<string, CallFinding> $calls
     */
    public function __construct(
        public readonly int $probedAt,
        public readonly string $endpoint,
        public readonly HashAlgorithm $hashAlgorithm,
        public readonly ?HashAlgorithm $hooksHashAlgorithm,
        public readonly ?string $version,
        public readonly ?string $apiVersion,
        public readonly string $dialect,
        public readonly string $dialectBecause,
        public readonly array $calls,
    ) {
    }
}
