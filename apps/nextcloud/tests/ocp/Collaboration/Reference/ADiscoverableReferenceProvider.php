<?php

declare(strict_types=1);

namespace OCP\Collaboration\Reference;

abstract class ADiscoverableReferenceProvider implements IDiscoverableReferenceProvider, \JsonSerializable
{
    public function jsonSerialize(): array
    {
        return ['id' => $this->getId(), 'title' => $this->getTitle(), 'icon_url' => $this->getIconUrl(), 'order' => $this->getOrder()];
    }
}
