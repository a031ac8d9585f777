<?php

declare(strict_types=1);

namespace OCP\SetupCheck;

interface ISetupCheck
{
    public function getCategory(): string;

    public function getName(): string;

    public function run(): SetupResult;
}
