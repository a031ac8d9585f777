<?php

declare(strict_types=1);

namespace OCP\Search;

interface ISearchQuery
{
    public function getTerm(): string;

    public function getLimit(): int;
}
