<?php

declare(strict_types=1);

namespace OCP\Share;

interface IAttributes
{
    public function getAttribute(string $scope, string $key): mixed;
}
