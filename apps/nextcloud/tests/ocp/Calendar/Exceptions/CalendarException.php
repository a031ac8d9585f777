<?php

declare(strict_types=1);

namespace OCP\Calendar\Exceptions;

class CalendarException extends \Exception
{
}
