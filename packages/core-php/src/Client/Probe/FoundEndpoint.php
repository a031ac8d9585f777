<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

use Bluebridge\Core\Signing\HashAlgorithm;

/** An endpoint that answered, and the best checksum it accepts. */
final class FoundEndpoint
{
    public function __construct(public readonly string $endpoint, public readonly HashAlgorithm $hashAlgorithm)
    {
    }
}
