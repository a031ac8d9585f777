<?php

declare(strict_types=1);

namespace OCP\Dashboard\Model;

class WidgetItems
{
    /** @param WidgetItem[] $items */
    public function __construct(
        private array $items = [],
        private string $emptyContentMessage = '',
        private string $halfEmptyContentMessage = '',
    ) {
    }

    /** @return WidgetItem[] */
    public function getItems(): array
    {
        return $this->items;
    }

    public function getEmptyContentMessage(): string
    {
        return $this->emptyContentMessage;
    }
}
