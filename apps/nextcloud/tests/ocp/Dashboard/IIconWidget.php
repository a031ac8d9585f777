<?php

declare(strict_types=1);

namespace OCP\Dashboard;

interface IIconWidget extends IWidget
{
    public function getIconUrl(): string;
}
