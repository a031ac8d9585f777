<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

/** Whether an object cache, where there is one, gives back what it was given. */
final class ObjectCacheCheck implements Check
{
    private const GROUP = 'bluebridge';

    public function id(): string
    {
        return 'cache';
    }

    public function label(): string
    {
        return __('Object cache', 'bluebridge');
    }

    public function finding(): Finding
    {
        $mark = bin2hex(random_bytes(8));
        wp_cache_set('health', $mark, self::GROUP, MINUTE_IN_SECONDS);
        $isKept = wp_cache_get('health', self::GROUP, true) === $mark;
        wp_cache_delete('health', self::GROUP);

        return match (true) {
            !$isKept => Finding::critical(
                __('The object cache loses what it is given', 'bluebridge'),
                __('Settings of rooms may look old or empty. Ask your host to repair it, or remove object-cache.php.', 'bluebridge'),
            ),
            wp_using_ext_object_cache() === true => Finding::good(
                __('A lasting object cache is in use', 'bluebridge'),
                __('Rooms are read from memory. What must be the same for all requests is kept in the database.', 'bluebridge'),
            ),
            default => Finding::good(
                __('Meetings need no object cache', 'bluebridge'),
                __('Sites where hundreds wait at once gain by one that lasts, such as Redis.', 'bluebridge'),
            ),
        };
    }
}
