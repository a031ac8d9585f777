<?php

declare(strict_types=1);

namespace OCP\Share;

interface IShare
{
    public const TYPE_USER = 0;
    public const TYPE_GROUP = 1;
    public const TYPE_EMAIL = 4;
    public const TYPE_CIRCLE = 7;

    public function getAttributes(): ?IAttributes;
}
