<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use SensitiveParameter;

/** A webhook as it came in. */
final class WebhookRequest
{
    /**
     * @param string $url the address it came in by, whole or from its `?` on: it carries the checksum
     * @param string $body the bytes as received; a parsed and rebuilt body has another checksum
     * @param string|null $authorization the header of that name
     */
    public function __construct(
        public readonly string $url,
        public readonly string $body,
        #[SensitiveParameter] public readonly ?string $authorization = null,
    ) {
    }
}
