<?php

declare(strict_types=1);

namespace OCP\Collaboration\Reference;

interface IReferenceProvider
{
    public function matchReference(string $referenceText): bool;

    public function resolveReference(string $referenceText): ?IReference;

    public function getCachePrefix(string $referenceId): string;

    public function getCacheKey(string $referenceId): ?string;
}
