<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Db;

use Doctrine\DBAL\Result as DoctrineResult;
use LogicException;
use OCP\DB\IResult;
use PDO;

/** Rows of an answer. */
final class Result implements IResult
{
    public function __construct(private readonly DoctrineResult $result)
    {
    }

    public function closeCursor(): bool
    {
        $this->result->free();

        return true;
    }

    public function fetch(int $fetchMode = PDO::FETCH_ASSOC)
    {
        return match ($fetchMode) {
            PDO::FETCH_ASSOC => $this->result->fetchAssociative(),
            PDO::FETCH_NUM => $this->result->fetchNumeric(),
            PDO::FETCH_COLUMN => $this->result->fetchOne(),
            default => throw new LogicException('Nextcloud knows three ways to fetch.'),
        };
    }

    public function fetchAll(int $fetchMode = PDO::FETCH_ASSOC): array
    {
        return match ($fetchMode) {
            PDO::FETCH_ASSOC => $this->result->fetchAllAssociative(),
            PDO::FETCH_NUM => $this->result->fetchAllNumeric(),
            PDO::FETCH_COLUMN => $this->result->fetchFirstColumn(),
            default => throw new LogicException('Nextcloud knows three ways to fetch.'),
        };
    }

    public function fetchOne()
    {
        return $this->result->fetchOne();
    }

    public function rowCount(): int
    {
        return $this->result->rowCount();
    }
}
