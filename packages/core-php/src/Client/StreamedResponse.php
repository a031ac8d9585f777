<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

/** What a transport brings back of a streamed request. */
final class StreamedResponse
{
    /**
     * @param array<string, string> $headers by their names in lower case
     * @param iterable<string> $body in parts, to be read once
     */
    public function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly iterable $body,
    ) {
    }
}
