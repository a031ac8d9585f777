<?php

declare(strict_types=1);

namespace Bluebridge\Core\Signing;

use SensitiveParameter;

/** The proof that a request comes from somebody who knows the secret. */
final class Checksum
{
    /**
     * Hashes call name, query and secret, in lower-case hex.
     *
     * The query is exactly what is sent, without `checksum`; a body is never part of it.
     * See the API page, "Security": `checksum = hash(callName + queryString + sharedSecret)`.
     */
    public static function of(
        HashAlgorithm $algorithm,
        string $callName,
        string $query,
        #[SensitiveParameter] string $secret,
    ): string {
        return self::digest($algorithm, $callName . $query . $secret);
    }

    /** OpenSSL hashes twice as fast where the processor helps it; hosts may lack the extension. */
    private static function digest(HashAlgorithm $algorithm, #[SensitiveParameter] string $text): string
    {
        $digest = function_exists('openssl_digest') ? openssl_digest($text, $algorithm->value) : false;

        // OpenSSL may be told to know no SHA-1.
        return $digest === false ? hash($algorithm->value, $text) : $digest;
    }
}
