<?php

declare(strict_types=1);

namespace OCP\Collaboration\Reference;

interface ISearchableReferenceProvider extends IDiscoverableReferenceProvider
{
    /** @return list<string> */
    public function getSupportedSearchProviderIds(): array;
}
