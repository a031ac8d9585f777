<?php

declare(strict_types=1);

namespace OCP\Collaboration\Reference;

interface IReference extends \JsonSerializable
{
    public function setAccessible(bool $accessible): void;

    public function getAccessible(): bool;

    public function setTitle(string $title): void;

    public function getTitle(): string;

    public function setDescription(?string $description): void;

    public function getDescription(): ?string;

    public function setImageUrl(?string $imageUrl): void;

    public function setUrl(?string $url): void;

    public function getUrl(): string;

    /** @param array<string, mixed>|null $richObject */
    public function setRichObject(string $type, ?array $richObject): void;

    public function getRichObjectType(): string;

    /** @return array<string, mixed> */
    public function getRichObject(): array;

    /** @return array<string, mixed> */
    public function jsonSerialize(): array;
}
