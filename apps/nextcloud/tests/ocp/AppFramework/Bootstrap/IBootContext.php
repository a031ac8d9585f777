<?php

declare(strict_types=1);

namespace OCP\AppFramework\Bootstrap;

interface IBootContext
{
    /**
     * @param callable(mixed...): mixed $fn
     * @return mixed
     */
    public function injectFn(callable $fn);
}
