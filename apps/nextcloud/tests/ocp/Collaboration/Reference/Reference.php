<?php

declare(strict_types=1);

namespace OCP\Collaboration\Reference;

class Reference implements IReference
{
    protected bool $accessible = true;

    protected ?string $title = null;

    protected ?string $description = null;

    protected ?string $imageUrl = null;

    protected ?string $url = null;

    protected ?string $richObjectType = null;

    /** @var array<string, mixed>|null */
    protected ?array $richObject = null;

    public function __construct(protected string $reference)
    {
    }

    public function setAccessible(bool $accessible): void
    {
        $this->accessible = $accessible;
    }

    public function getAccessible(): bool
    {
        return $this->accessible;
    }

    public function setTitle(string $title): void
    {
        $this->title = $title;
    }

    public function getTitle(): string
    {
        return $this->title ?? $this->reference;
    }

    public function setDescription(?string $description): void
    {
        $this->description = $description;
    }

    public function getDescription(): ?string
    {
        return $this->description;
    }

    public function setImageUrl(?string $imageUrl): void
    {
        $this->imageUrl = $imageUrl;
    }

    public function setUrl(?string $url): void
    {
        $this->url = $url;
    }

    public function getUrl(): string
    {
        return $this->url ?? $this->reference;
    }

    public function setRichObject(string $type, ?array $richObject): void
    {
        $this->richObjectType = $type;
        $this->richObject = $richObject;
    }

    public function getRichObjectType(): string
    {
        return $this->richObjectType ?? 'open-graph';
    }

    public function getRichObject(): array
    {
        return $this->richObject ?? [];
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        return [];
    }
}
