<?php

declare(strict_types=1);

namespace OCP\AppFramework\Utility;

use DateTime;
use DateTimeImmutable;

interface ITimeFactory
{
    public function getTime(): int;

    public function getDateTime(string $time = 'now', ?\DateTimeZone $timezone = null): DateTime;

    public function now(): DateTimeImmutable;
}
