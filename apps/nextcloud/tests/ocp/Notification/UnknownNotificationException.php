<?php

declare(strict_types=1);

namespace OCP\Notification;

use InvalidArgumentException;

class UnknownNotificationException extends InvalidArgumentException
{
}
