<?php

declare(strict_types=1);

namespace OCP;

interface ICache
{
    /** @return mixed */
    public function get($key);

    /** @return bool */
    public function set($key, $value, $ttl = 0);

    /** @return bool */
    public function hasKey($key);

    /** @return bool */
    public function remove($key);

    /** @return bool */
    public function clear($prefix = '');
}
