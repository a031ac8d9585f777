<?php

declare(strict_types=1);

namespace OCP\Collaboration\Reference;

interface IDiscoverableReferenceProvider extends IReferenceProvider
{
    public function getId(): string;

    public function getTitle(): string;

    public function getOrder(): int;

    public function getIconUrl(): string;

    /** @return array<string, mixed> */
    public function jsonSerialize(): array;
}
