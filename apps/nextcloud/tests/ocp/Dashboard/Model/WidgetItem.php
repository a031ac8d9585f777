<?php

declare(strict_types=1);

namespace OCP\Dashboard\Model;

final class WidgetItem
{
    public function __construct(
        private string $title = '',
        private string $subtitle = '',
        private string $link = '',
        private string $iconUrl = '',
        private string $sinceId = '',
        private string $overlayIconUrl = '',
    ) {
    }

    public function getTitle(): string
    {
        return $this->title;
    }

    public function getSubtitle(): string
    {
        return $this->subtitle;
    }

    public function getLink(): string
    {
        return $this->link;
    }
}
