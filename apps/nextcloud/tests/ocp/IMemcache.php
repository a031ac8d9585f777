<?php

declare(strict_types=1);

namespace OCP;

interface IMemcache extends ICache
{
    /** @return bool */
    public function add($key, $value, $ttl = 0);

    /** @return int|bool */
    public function inc($key, $step = 1);
}
