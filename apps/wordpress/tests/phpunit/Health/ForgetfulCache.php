<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Health;

use WP_Object_Cache;

/** An object cache that loses what it is given. */
final class ForgetfulCache extends WP_Object_Cache
{
    public function set($key, $data, $group = 'default', $expire = 0)
    {
        return true;
    }
}
