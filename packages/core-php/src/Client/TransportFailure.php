<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Errors\BadReplyReason;
use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use RuntimeException;

/**
 * The cause of a transport's exception: a word of ours. What the platform says names the signed URL,
 * so nothing of it is kept.
 */
final class TransportFailure extends RuntimeException
{
    private function __construct(public readonly LostReason $why)
    {
        parent::__construct($why->value);
    }

    /** Creates the exception for an answer that did not come, or not whole. */
    public static function lost(LostReason $why): BbbException
    {
        [$error, $words] = $why === LostReason::TimedOut
            ? [BbbError::Timeout, 'no whole answer in time']
            : [BbbError::Unreachable, "the server could not be reached ({$why->value})"];

        return new BbbException($error, $words, retryable: true, previous: new self($why));
    }

    /** Creates the exception for a body that is over the cap. */
    public static function tooLarge(int $maxBytes): BbbException
    {
        $message = "the reply is over {$maxBytes} bytes";

        return new BbbException(BbbError::BadReply, $message, reason: BadReplyReason::TooLarge);
    }

    /** Tells the reason by what a platform says of a failed connection. */
    public static function reasonIn(string $words): LostReason
    {
        return match (1) {
            preg_match('/resolve|getaddrinfo|getaddresses|name or service|ENOTFOUND|EAI_/i', $words) => LostReason::HostNotFound,
            preg_match('/certificate|self.signed|peer|issuer/i', $words) => LostReason::TlsUntrusted,
            preg_match('/ssl|tls|crypto/i', $words) => LostReason::TlsMissing,
            preg_match('/timed? ?out/i', $words) => LostReason::TimedOut,
            default => LostReason::Unreachable,
        };
    }
}
