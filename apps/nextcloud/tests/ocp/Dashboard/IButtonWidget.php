<?php

declare(strict_types=1);

namespace OCP\Dashboard;

use OCP\Dashboard\Model\WidgetButton;

interface IButtonWidget extends IWidget
{
    /** @return list<WidgetButton> */
    public function getWidgetButtons(string $userId): array;
}
