<?php

declare(strict_types=1);

namespace OCP\Dashboard\Model;

class WidgetButton
{
    public const TYPE_NEW = 'new';

    public function __construct(private string $type, private string $link, private string $text)
    {
    }

    public function getType(): string
    {
        return $this->type;
    }

    public function getLink(): string
    {
        return $this->link;
    }

    public function getText(): string
    {
        return $this->text;
    }
}
