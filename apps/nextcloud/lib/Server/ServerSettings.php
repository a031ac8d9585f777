<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use SensitiveParameter;

/** How a meeting server is reached. */
final class ServerSettings
{
    /**
     * @param string $hashAlgorithm a value of `HashAlgorithm`; empty for the usual one of the dialect
     * @param bool $allowsLocal whether an administrator said that the server may have a private address
     * @param string $name what administrators call it, where there are several
     */
    public function __construct(
        public readonly string $endpoint = '',
        #[SensitiveParameter]
        public readonly string $secret = '',
        public readonly string $dialect = 'bigbluebutton',
        public readonly string $hashAlgorithm = '',
        public readonly bool $allowsLocal = false,
        public readonly string $name = '',
    ) {
    }
}
