<?php

declare(strict_types=1);

namespace OCP\Accounts;

interface IAccountProperty
{
    public function getValue(): string;

    public function getScope(): string;
}
