<?php

declare(strict_types=1);

namespace Bluebridge\Core\Errors;

use RuntimeException;
use Throwable;

/**
 * The only exception the core throws. `error` decides; the message informs developers and holds no
 * URL, secret or checksum.
 */
final class BbbException extends RuntimeException
{
    /**
     * @param string|null $call name of the call that failed
     * @param string|null $messageKey the server's own key, as sent
     * @param bool $retryable whether the same call may work a moment later
     * @param list<Violation> $violations every broken rule, for `invalid_params`
     * @param BadReplyReason|null $reason why a reply is none, for the `bad_reply` of a call
     */
    public function __construct(
        public readonly BbbError $error,
        string $message,
        public readonly ?string $call = null,
        public readonly ?string $messageKey = null,
        public readonly bool $retryable = false,
        public readonly array $violations = [],
        ?Throwable $previous = null,
        public readonly ?BadReplyReason $reason = null,
    ) {
        parent::__construct("[{$error->value}] {$message}", 0, $previous);
    }

    /**
     * Creates the exception for parameters that must not be sent.
     *
     * @param list<Violation> $violations
     */
    public static function invalidParams(string $call, array $violations): self
    {
        $list = array_map(static fn (Violation $each): string => "{$each->path}: {$each->rule}", $violations);
        $message = "{$call} got unusable parameters (" . implode(', ', $list) . ')';

        return new self(BbbError::InvalidParams, $message, call: $call, violations: $violations);
    }

    /** Creates the exception for a call the server's dialect does not have; raised before any request. */
    public static function notSupported(string $call, string $dialect): self
    {
        return new self(BbbError::NotSupported, "{$dialect} servers do not have {$call}", call: $call);
    }

    /** Creates the exception for a call that the dialect answers to browsers only; before any request. */
    public static function browsersOnly(string $call, string $dialect): self
    {
        $advice = 'give its signed link to the browser of the participant';

        return new self(BbbError::NotSupported, "{$dialect} servers answer {$call} to browsers only: {$advice}", call: $call);
    }

    /** Creates the exception for settings that cannot work. */
    public static function notConfigured(string $what): self
    {
        return new self(BbbError::NotConfigured, $what);
    }

    /** Creates the exception for a reply that is not a BigBlueButton reply, or not a whole one. */
    public static function badReply(string $call, BadReplyReason $reason, string $why, bool $retryable = false): self
    {
        $message = "{$call} was answered with {$why}";

        return new self(BbbError::BadReply, $message, call: $call, retryable: $retryable, reason: $reason);
    }
}
