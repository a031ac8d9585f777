<?php

declare(strict_types=1);

namespace OCP\DB\QueryBuilder;

interface ILiteral
{
    /** @return string */
    public function __toString();
}
