<?php

declare(strict_types=1);

namespace OCP\Dashboard;

interface IReloadableWidget extends IAPIWidgetV2
{
    public function getReloadInterval(): int;
}
