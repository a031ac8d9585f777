<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Db;

use OCP\DB\QueryBuilder\ILiteral;
use OCP\DB\QueryBuilder\IParameter;
use OCP\DB\QueryBuilder\IQueryFunction;

/** A piece of SQL that is not to be quoted. */
final class Sql implements IParameter, IQueryFunction, ILiteral
{
    public function __construct(private readonly string $text)
    {
    }

    public function __toString(): string
    {
        return $this->text;
    }
}
