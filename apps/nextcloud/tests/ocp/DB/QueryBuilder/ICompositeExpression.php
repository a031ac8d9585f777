<?php

declare(strict_types=1);

namespace OCP\DB\QueryBuilder;

interface ICompositeExpression
{
    public function count(): int;

    public function getType(): string;
}
