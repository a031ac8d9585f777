<?php

declare(strict_types=1);

namespace Bluebridge\Core\Signing;

/** Hashes a server may accept. It tells them apart by the length of the checksum. */
enum HashAlgorithm: string
{
    case Sha1 = 'sha1';
    case Sha256 = 'sha256';
    case Sha384 = 'sha384';
    case Sha512 = 'sha512';
}
