<?php

declare(strict_types=1);

namespace OCP\DB\QueryBuilder;

interface IExpressionBuilder
{
    public function andX(...$x): ICompositeExpression;

    public function orX(...$x): ICompositeExpression;

    public function eq($x, $y, $type = null): string;

    public function neq($x, $y, $type = null): string;

    public function lt($x, $y, $type = null): string;

    public function lte($x, $y, $type = null): string;

    public function gt($x, $y, $type = null): string;

    public function gte($x, $y, $type = null): string;

    public function isNull($x): string;

    public function isNotNull($x): string;

    public function like($x, $y, $type = null): string;

    public function iLike($x, $y, $type = null): string;

    public function in($x, $y, $type = null): string;

    public function notIn($x, $y, $type = null): string;

    public function literal($input, $type = IQueryBuilder::PARAM_STR): ILiteral;
}
