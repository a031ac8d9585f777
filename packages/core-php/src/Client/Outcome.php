<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Errors\BbbException;

/** How one request went: a reply, or a failure. */
final class Outcome
{
    /**
     * @param array<string, mixed> $reply
     * @param int|null $status HTTP status; null when no answer came
     * @param int|null $retryAfterMs how long the server asked to be left alone
     */
    private function __construct(
        public readonly array $reply,
        public readonly ?BbbException $failure,
        public readonly ?int $status,
        public readonly ?int $retryAfterMs,
    ) {
    }

    /** @param array<string, mixed> $reply */
    public static function reply(array $reply): self
    {
        return new self($reply, null, null, null);
    }

    public static function failure(BbbException $failure, ?int $status = null, ?int $retryAfterMs = null): self
    {
        return new self([], $failure, $status, $retryAfterMs);
    }

    /**
     * @return array<string, mixed>
     * @throws BbbException the failure
     */
    public function replyOrThrow(): array
    {
        return $this->failure === null ? $this->reply : throw $this->failure;
    }
}
