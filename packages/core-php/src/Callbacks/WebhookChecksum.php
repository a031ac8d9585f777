<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use Bluebridge\Core\Catalogue\Json;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Signing\HashAlgorithm;
use SensitiveParameter;

/** What proves a webhook genuine. */
final class WebhookChecksum
{
    private const CALLBACK = 'webhook';

    private const ALGORITHM_BY_LENGTH = [
        40 => HashAlgorithm::Sha1,
        64 => HashAlgorithm::Sha256,
        96 => HashAlgorithm::Sha384,
        128 => HashAlgorithm::Sha512,
    ];

    /**
     * Finds the scheme that proves a webhook genuine.
     *
     * @param array<array-key, list<string>> $fields of the body
     * @throws BbbException `access_denied` when none of the accepted ones does, `not_configured` for
     *     an empty secret
     */
    public static function provenScheme(
        WebhookRequest $request,
        array $fields,
        #[SensitiveParameter] WebhookProof $proof,
    ): WebhookScheme {
        Refusals::requireKey(self::CALLBACK, $proof->secret);
        $mayBear = in_array(WebhookScheme::Bearer, $proof->schemes, true);
        $token = $mayBear ? Analytics::bearerToken($request->authorization) : null;
        if ($token !== null && ConstantTime::isSameText($token, $proof->secret)) {
            return WebhookScheme::Bearer;
        }
        $checksum = self::checksumIn($request->url);
        $algorithm = self::ALGORITHM_BY_LENGTH[strlen($checksum)]
            ?? throw Refusals::denied(self::CALLBACK, 'has a checksum of an unknown kind');
        foreach ([WebhookScheme::RawBody, WebhookScheme::FormJson, WebhookScheme::Constant] as $scheme) {
            if (!in_array($scheme, $proof->schemes, true)) {
                continue;
            }
            $covered = match ($scheme) {
                WebhookScheme::RawBody => $request->body,
                WebhookScheme::Constant => '{}',
                default => self::formJson($fields),
            };
            $expected = hash($algorithm->value, $proof->registeredUrl . $covered . $proof->secret);
            if (ConstantTime::isSameText($checksum, $expected)) {
                return $scheme;
            }
        }
        throw Refusals::denied(self::CALLBACK, 'has a wrong checksum');
    }

    private static function checksumIn(string $url): string
    {
        $sent = ReceivedBody::formFields(self::CALLBACK, ReceivedBody::queryOf($url))['checksum'] ?? [];
        if (count($sent) > 1) {
            throw Refusals::denied(self::CALLBACK, 'has more than one checksum');
        }

        return $sent[0] ?? throw Refusals::denied(self::CALLBACK, 'has no checksum');
    }

    /**
     * Gives the text 2.x hashed: the fields in its own order, the timestamp as a number.
     *
     * @param array<array-key, list<string>> $fields
     */
    private static function formJson(array $fields): string
    {
        $event = ReceivedBody::onlyField(self::CALLBACK, $fields, 'event');
        $timestamp = ReceivedBody::onlyField(self::CALLBACK, $fields, 'timestamp');
        $domain = ReceivedBody::onlyField(self::CALLBACK, $fields, 'domain');
        if (preg_match('/^\d{1,16}$/D', $timestamp) !== 1) {
            throw Refusals::malformed(self::CALLBACK, 'has an odd timestamp');
        }

        return '{"event":' . Json::text($event) . ",\"timestamp\":{$timestamp},\"domain\":" . Json::text($domain) . '}';
    }
}
