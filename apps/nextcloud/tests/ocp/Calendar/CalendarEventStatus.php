<?php

declare(strict_types=1);

namespace OCP\Calendar;

enum CalendarEventStatus: string
{
    case CONFIRMED = 'CONFIRMED';
}
