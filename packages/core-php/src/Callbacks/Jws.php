<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use Bluebridge\Core\Catalogue\Json;
use Bluebridge\Core\Catalogue\ValueRules;
use Bluebridge\Core\Errors\BbbException;
use JsonException;
use SensitiveParameter;
use stdClass;

/**
 * Tokens in the compact form of JSON Web Signature (RFC 7515).
 *
 * @phpstan-import-type CallbackName from Refusals
 */
final class Jws
{
    /** The two MACs that BigBlueButton and balancers sign callback tokens with. */
    private const HASHES = ['HS256' => 'sha256', 'HS512' => 'sha512'];

    /** Real tokens have a few hundred characters. */
    private const MAX_LENGTH = 8_192;

    /**
     * Verifies a token and gives its claims.
     *
     * Only the algorithms named may have signed it: the header does not choose. Extensions (`crit`,
     * `b64`) are refused.
     *
     * @param CallbackName $callback
     * @param non-empty-list<'HS256'|'HS512'> $algorithms
     * @return array<array-key, mixed>
     * @throws BbbException `access_denied` for a wrong algorithm, extension or signature, `bad_reply`
     *     for what is no such token, `not_configured` for an empty secret
     */
    public static function verify(
        string $callback,
        string $token,
        #[SensitiveParameter] string $secret,
        array $algorithms,
    ): array {
        Refusals::requireKey($callback, $secret);
        if (strlen($token) > self::MAX_LENGTH) {
            throw Refusals::malformed($callback, 'has an oversized token');
        }
        $parts = explode('.', $token);
        if (count($parts) !== 3) {
            throw Refusals::malformed($callback, 'has a token without three parts');
        }
        [$header, $payload, $signature] = $parts;
        $algorithm = self::algorithmIn($callback, self::jsonPart($callback, $header), $algorithms);
        $expected = hash_hmac(self::HASHES[$algorithm], "{$header}.{$payload}", $secret, true);
        // Compared as text: of the several spellings of the same bytes only the canonical one counts.
        if (!ConstantTime::isSameText($signature, self::base64Url($expected))) {
            throw Refusals::denied($callback, 'has a token with a wrong signature');
        }

        return self::jsonPart($callback, $payload);
    }

    /**
     * @param CallbackName $callback
     * @param array<array-key, mixed> $header
     * @param non-empty-list<'HS256'|'HS512'> $allowed
     * @return 'HS256'|'HS512'
     */
    private static function algorithmIn(string $callback, array $header, array $allowed): string
    {
        if (array_key_exists('crit', $header) || array_key_exists('b64', $header)) {
            throw Refusals::denied($callback, 'has a token with extensions');
        }
        $found = array_search($header['alg'] ?? null, $allowed, true);
        if ($found === false) {
            throw Refusals::denied($callback, 'has a token of another algorithm');
        }

        return $allowed[$found];
    }

    /**
     * @param CallbackName $callback
     * @return array<array-key, mixed>
     */
    private static function jsonPart(string $callback, string $part): array
    {
        $bytes = (string) base64_decode(strtr($part, '-_', '+/'), true);
        // Decoders skip what they do not know; encoding again shows whether anything was skipped.
        if ($part === '' || self::base64Url($bytes) !== $part) {
            throw Refusals::malformed($callback, 'has a token that is not base64url');
        }
        try {
            $value = ValueRules::isUtf8($bytes) ? Json::decode($bytes) : throw new JsonException();
        } catch (JsonException) {
            throw Refusals::malformed($callback, 'has a token that is not JSON');
        }

        return $value instanceof stdClass
            ? (array) $value
            : throw Refusals::malformed($callback, 'has a token that holds no object');
    }

    private static function base64Url(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}
