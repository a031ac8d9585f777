<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

use Bluebridge\WordPress\Schedule\ScheduleHealth;

/** Whether something ends meetings in time. */
final class ScheduleCheck implements Check
{
    public function __construct(private readonly ScheduleHealth $health)
    {
    }

    public function id(): string
    {
        return 'schedule';
    }

    public function label(): string
    {
        return __('End of meetings', 'bluebridge');
    }

    public function finding(): Finding
    {
        $found = $this->health->check();

        return match ($found['status']) {
            'good' => Finding::good($found['label'], $found['description']),
            'recommended' => Finding::recommended($found['label'], $found['description']),
            'critical' => Finding::critical($found['label'], $found['description']),
        };
    }
}
