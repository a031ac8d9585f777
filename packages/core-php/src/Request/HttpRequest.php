<?php

declare(strict_types=1);

namespace Bluebridge\Core\Request;

/** A request as data: what a transport sends, byte for byte. */
final class HttpRequest
{
    /**
     * @param 'GET'|'POST' $method
     * @param string $url signed: it goes to the server or to one participant, never into a log
     * @param array<string, string> $headers
     * @param string|null $body only with POST, and with its `content-type` among the headers; never
     *     part of the checksum
     */
    public function __construct(
        public readonly string $method,
        public readonly string $url,
        public readonly array $headers,
        public readonly ?string $body = null,
    ) {
    }
}
