<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Db;

use Doctrine\DBAL\Exception as DoctrineException;
use Doctrine\DBAL\Exception\DeadlockException;
use Doctrine\DBAL\Exception\LockWaitTimeoutException;
use Doctrine\DBAL\Exception\NotNullConstraintViolationException;
use Doctrine\DBAL\Exception\UniqueConstraintViolationException;
use OCP\DB\Exception;

/** What a database refused, with the reasons that Nextcloud knows. */
final class DatabaseError extends Exception
{
    public function __construct(private readonly DoctrineException $error)
    {
        parent::__construct($error->getMessage(), 0, $error);
    }

    public function getReason(): ?int
    {
        return match (true) {
            $this->error instanceof UniqueConstraintViolationException => self::REASON_UNIQUE_CONSTRAINT_VIOLATION,
            $this->error instanceof NotNullConstraintViolationException => self::REASON_NOT_NULL_CONSTRAINT_VIOLATION,
            $this->error instanceof DeadlockException => self::REASON_DEADLOCK,
            $this->error instanceof LockWaitTimeoutException => self::REASON_LOCK_WAIT_TIMEOUT,
            default => null,
        };
    }
}
