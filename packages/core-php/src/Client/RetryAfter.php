<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Response\HttpResponse;

/** How long a busy server wants to be left alone. */
final class RetryAfter
{
    /**
     * Reads how many milliseconds a busy server (429, 503) wants to be left alone. A date is compared
     * with the server's own `date`, so that no clock of ours matters. See RFC 9110, section 10.2.3.
     */
    public static function ms(HttpResponse $response): ?int
    {
        $value = trim($response->headers['retry-after'] ?? '');
        if ($value === '' || ($response->status !== 429 && $response->status !== 503)) {
            return null;
        }
        if (preg_match('/^\d{1,9}$/D', $value) === 1) {
            return (int) $value * 1000;
        }
        $until = strtotime($value);
        $date = strtotime($response->headers['date'] ?? '');

        return $until === false || $date === false ? null : max(0, $until - $date) * 1000;
    }
}
