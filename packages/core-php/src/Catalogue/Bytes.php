<?php

declare(strict_types=1);

namespace Bluebridge\Core\Catalogue;

/** The bytes of a file, told apart from text so that no path or base64 is uploaded by mistake. */
final class Bytes
{
    public function __construct(public readonly string $bytes)
    {
    }
}
