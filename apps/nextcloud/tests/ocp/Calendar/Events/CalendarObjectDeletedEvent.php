<?php

declare(strict_types=1);

namespace OCP\Calendar\Events;

class CalendarObjectDeletedEvent extends AbstractCalendarObjectEvent
{
}
