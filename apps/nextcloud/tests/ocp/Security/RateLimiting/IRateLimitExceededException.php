<?php

declare(strict_types=1);

namespace OCP\Security\RateLimiting;

use Throwable;

interface IRateLimitExceededException extends Throwable
{
}
