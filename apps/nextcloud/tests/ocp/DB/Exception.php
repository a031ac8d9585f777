<?php

declare(strict_types=1);

namespace OCP\DB;

class Exception extends \Exception
{
    public const REASON_CONNECTION_LOST = 1;
    public const REASON_CONSTRAINT_VIOLATION = 2;
    public const REASON_DEADLOCK = 5;
    public const REASON_FOREIGN_KEY_VIOLATION = 7;
    public const REASON_NOT_NULL_CONSTRAINT_VIOLATION = 11;
    public const REASON_UNIQUE_CONSTRAINT_VIOLATION = 14;
    public const REASON_LOCK_WAIT_TIMEOUT = 15;

    /** @return int|null one of the reasons */
    public function getReason(): ?int
    {
        return null;
    }
}
