<?php

declare(strict_types=1);

namespace OCP\Activity\Exceptions;

class UnknownActivityException extends \InvalidArgumentException
{
}
