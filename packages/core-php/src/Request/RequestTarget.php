<?php

declare(strict_types=1);

namespace Bluebridge\Core\Request;

use Bluebridge\Core\Dialects\Dialect;
use Bluebridge\Core\Signing\HashAlgorithm;
use SensitiveParameter;

/** What a request needs to know of a server. */
final class RequestTarget
{
    /**
     * @param string $endpoint base URL ending in `/`; calls live under `api/`
     * @param HashAlgorithm|null $hashAlgorithm null for the dialect's first
     * @param HashAlgorithm|null $hooksHashAlgorithm the same for the calls under `hooks/`
     * @param array<string, string> $extensionNames what a hoster calls its extensions, where that
     *     is not the catalogue's name
     */
    public function __construct(
        public readonly string $endpoint,
        #[SensitiveParameter] public readonly string $secret,
        public readonly Dialect $dialect,
        public readonly ?HashAlgorithm $hashAlgorithm = null,
        public readonly ?HashAlgorithm $hooksHashAlgorithm = null,
        public readonly array $extensionNames = [],
    ) {
    }

    /** @return array<string, mixed> what a dump may show */
    public function __debugInfo(): array
    {
        return ['endpoint' => $this->endpoint, 'secret' => '***', 'dialect' => $this->dialect->name];
    }
}
