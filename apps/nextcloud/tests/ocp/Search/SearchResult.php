<?php

declare(strict_types=1);

namespace OCP\Search;

final class SearchResult implements \JsonSerializable
{
    /** @param SearchResultEntry[] $entries */
    private function __construct(private string $name, private bool $isPaginated, private array $entries)
    {
    }

    /** @param SearchResultEntry[] $entries */
    public static function complete(string $name, array $entries): self
    {
        return new self($name, false, $entries);
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        return ['name' => $this->name, 'isPaginated' => $this->isPaginated, 'entries' => $this->entries];
    }
}
