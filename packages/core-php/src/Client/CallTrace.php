<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

/** What happened to one request; safe to log. */
final class CallTrace
{
    /**
     * @param string $url redacted
     * @param string $outcome `SUCCESS`, the server's message key, an error code, `handed_to_browser`,
     *     or `left_early` for a stream nobody read to its end
     * @param int|null $status HTTP status; null when no answer came or a browser opens the URL
     * @param int|null $retryAfterMs how long the server asked to be left alone
     */
    public function __construct(
        public readonly string $call,
        public readonly string $method,
        public readonly string $url,
        public readonly string $outcome,
        public readonly float $durationMs,
        public readonly ?int $status = null,
        public readonly ?int $retryAfterMs = null,
    ) {
    }
}
