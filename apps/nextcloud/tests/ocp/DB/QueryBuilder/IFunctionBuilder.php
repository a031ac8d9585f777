<?php

declare(strict_types=1);

namespace OCP\DB\QueryBuilder;

interface IFunctionBuilder
{
    public function count($count = '', $alias = ''): IQueryFunction;

    public function sum($field): IQueryFunction;

    public function max($field): IQueryFunction;

    public function min($field): IQueryFunction;

    public function lower($field): IQueryFunction;

    public function add($x, $y): IQueryFunction;

    public function subtract($x, $y): IQueryFunction;
}
