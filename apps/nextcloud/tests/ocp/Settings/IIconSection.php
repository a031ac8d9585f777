<?php

declare(strict_types=1);

namespace OCP\Settings;

interface IIconSection
{
    /** @return string */
    public function getID();

    /** @return string */
    public function getName();

    /** @return int */
    public function getPriority();

    /** @return string */
    public function getIcon();
}
