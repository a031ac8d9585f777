<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\People;

use Bluebridge\WordPress\Http\Sent;

/** Whether a request comes from a page of this site: the only proof there is for those without an account. */
final class SameOrigin
{
    /** Believes what browsers say by themselves, which no page of another site can change. */
    public static function isTold(): bool
    {
        $fetchSite = Sent::header('HTTP_SEC_FETCH_SITE');
        if ($fetchSite !== '') {
            return $fetchSite === 'same-origin';
        }
        $origin = strtolower(Sent::header('HTTP_ORIGIN'));

        return in_array($origin, [self::of(home_url()), self::of(site_url())], true) && $origin !== '';
    }

    /** Gives the origin of an address: scheme, host and port. */
    public static function of(string $url): string
    {
        $parts = wp_parse_url($url);
        if (!is_array($parts) || !isset($parts['scheme'], $parts['host'])) {
            return '';
        }

        return strtolower("{$parts['scheme']}://{$parts['host']}") . (isset($parts['port']) ? ":{$parts['port']}" : '');
    }
}
