<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

/** What a transport brings back. */
final class HttpResponse
{
    /** @param array<string, string> $headers by their names in lower case */
    public function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly string $body,
    ) {
    }
}
