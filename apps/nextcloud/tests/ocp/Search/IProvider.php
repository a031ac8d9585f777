<?php

declare(strict_types=1);

namespace OCP\Search;

use OCP\IUser;

interface IProvider
{
    public function getId(): string;

    public function getName(): string;

    /** @param array<string, mixed> $routeParameters */
    public function getOrder(string $route, array $routeParameters): ?int;

    public function search(IUser $user, ISearchQuery $query): SearchResult;
}
