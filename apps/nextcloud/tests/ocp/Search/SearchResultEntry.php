<?php

declare(strict_types=1);

namespace OCP\Search;

class SearchResultEntry implements \JsonSerializable
{
    public function __construct(
        protected string $thumbnailUrl,
        protected string $title,
        protected string $subline,
        protected string $resourceUrl,
        protected string $icon = '',
        protected bool $rounded = false,
    ) {
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        return ['title' => $this->title, 'subline' => $this->subline, 'resourceUrl' => $this->resourceUrl];
    }
}
