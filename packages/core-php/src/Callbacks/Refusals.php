<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use SensitiveParameter;

/**
 * How callbacks are refused.
 *
 * @phpstan-type CallbackName 'webhook'|'recording_ready'|'analytics'|'meeting_ended'
 */
final class Refusals
{
    /**
     * Creates the exception for a callback that does not prove where it comes from.
     *
     * @param CallbackName $callback stands where other exceptions name the call
     */
    public static function denied(string $callback, string $why): BbbException
    {
        return new BbbException(BbbError::AccessDenied, "the {$callback} callback {$why}", call: $callback);
    }

    /**
     * Creates the exception for a callback that is not what such a callback looks like.
     *
     * @param CallbackName $callback
     */
    public static function malformed(string $callback, string $why): BbbException
    {
        return new BbbException(BbbError::BadReply, "the {$callback} callback {$why}", call: $callback);
    }

    /**
     * Refuses to check anything with a key that everybody could guess.
     *
     * @param CallbackName $callback
     * @throws BbbException `not_configured`
     */
    public static function requireKey(string $callback, #[SensitiveParameter] string $key, int $minLength = 1): void
    {
        if (strlen(trim($key)) < $minLength) {
            $message = "the key for {$callback} callbacks is empty or too short";
            throw new BbbException(BbbError::NotConfigured, $message, call: $callback);
        }
    }
}
