<?php

declare(strict_types=1);

namespace OCP\Calendar;

interface ICreateFromString extends ICalendar
{
}
