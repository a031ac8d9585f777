<?php

declare(strict_types=1);

namespace OCP\Accounts;

interface IAccount
{
    public function getProperty(string $property): IAccountProperty;
}
