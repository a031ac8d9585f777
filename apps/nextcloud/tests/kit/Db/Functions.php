<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Db;

use OCP\DB\QueryBuilder\IFunctionBuilder;
use OCP\DB\QueryBuilder\IQueryFunction;

/** Functions of queries. */
final class Functions implements IFunctionBuilder
{
    public function __construct(private readonly Names $names)
    {
    }

    public function count($count = '', $alias = ''): IQueryFunction
    {
        $what = $count === '' ? '*' : $this->names->column($count);

        return new Sql("COUNT({$what})" . ($alias === '' ? '' : " AS {$this->names->column($alias)}"));
    }

    public function sum($field): IQueryFunction
    {
        return new Sql("SUM({$this->names->column($field)})");
    }

    public function max($field): IQueryFunction
    {
        return new Sql("MAX({$this->names->column($field)})");
    }

    public function min($field): IQueryFunction
    {
        return new Sql("MIN({$this->names->column($field)})");
    }

    public function lower($field): IQueryFunction
    {
        return new Sql("LOWER({$this->names->column($field)})");
    }

    public function add($x, $y): IQueryFunction
    {
        return new Sql("{$this->names->column($x)} + {$this->names->column($y)}");
    }

    public function subtract($x, $y): IQueryFunction
    {
        return new Sql("{$this->names->column($x)} - {$this->names->column($y)}");
    }
}
