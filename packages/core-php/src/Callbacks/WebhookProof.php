<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use SensitiveParameter;

/** What a webhook is checked with. */
final class WebhookProof
{
    /**
     * @param string $registeredUrl exactly as given to `hooks/create`
     * @param string $secret the shared secret of the server
     * @param list<WebhookScheme> $schemes accepted proofs; the first two cover the body and do not
     *     hand the secret around
     */
    public function __construct(
        public readonly string $registeredUrl,
        #[SensitiveParameter] public readonly string $secret,
        public readonly array $schemes = [WebhookScheme::RawBody, WebhookScheme::FormJson],
    ) {
    }

    /** @return array<string, mixed> what a dump may show */
    public function __debugInfo(): array
    {
        return ['registeredUrl' => $this->registeredUrl, 'secret' => '***', 'schemes' => $this->schemes];
    }
}
