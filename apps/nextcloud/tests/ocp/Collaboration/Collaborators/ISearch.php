<?php

declare(strict_types=1);

namespace OCP\Collaboration\Collaborators;

interface ISearch
{
    /**
     * @param string $search
     * @param list<int> $shareTypes
     * @param bool $lookup
     * @param int|null $limit
     * @param int|null $offset
     * @return array{array<string, mixed>, bool}
     */
    public function search($search, array $shareTypes, $lookup, $limit, $offset);
}
