<?php

declare(strict_types=1);

namespace Bluebridge\Core\Request;

/** A body as sent, with the header that says what it is. */
final class EncodedBody
{
    public function __construct(
        public readonly string $contentType,
        public readonly string $bytes,
    ) {
    }
}
