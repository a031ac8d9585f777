<?php

declare(strict_types=1);

namespace OCP\Activity;

interface IFilter
{
    /** @return string */
    public function getIdentifier();

    /** @return string */
    public function getName();

    /** @return int */
    public function getPriority();

    /** @return string */
    public function getIcon();

    /**
     * @param string[] $types
     * @return string[]
     */
    public function filterTypes(array $types);

    /** @return string[] */
    public function allowedApps();
}
