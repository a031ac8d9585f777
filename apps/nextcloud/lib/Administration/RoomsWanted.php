<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Administration;

/** Which rooms an administrator looks for. */
final class RoomsWanted
{
    /**
     * @param string $search part of the name, or of the id of the owner
     * @param string $owner id of an account; empty for everybody
     * @param bool|null $isArchived null for both
     * @param int $unusedSince epoch ms: neither made nor opened since then; 0 for all
     * @param bool $isForCalls only those that were made for one call
     */
    public function __construct(
        public readonly string $search = '',
        public readonly string $owner = '',
        public readonly ?bool $isArchived = null,
        public readonly int $unusedSince = 0,
        public readonly bool $isForCalls = false,
    ) {
    }
}
