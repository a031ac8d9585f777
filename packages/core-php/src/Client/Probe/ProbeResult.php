<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

/** How a probe went. */
final class ProbeResult
{
    /**
     * @param ProbeFailure|null $failure null when everything is well
     * @param CapabilityRecord|null $record there without a failure, and for `algorithm_too_old`: a
     *     host may decide to go on all the same
     */
    public function __construct(
        public readonly ?ProbeFailure $failure,
        public readonly ?CapabilityRecord $record,
        public readonly int $callsMade,
    ) {
    }
}
