<?php

declare(strict_types=1);

namespace Bluebridge\Core\Request;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Dialects\Dialect;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Errors\Violation;
use Bluebridge\Core\Signing\CanonicalQuery;
use Bluebridge\Core\Signing\Checksum;
use Bluebridge\Core\Signing\HashAlgorithm;
use Bluebridge\Core\Validation\BodyValidator;
use Bluebridge\Core\Validation\ParamsValidator;

/**
 * Builds requests, without sending them.
 *
 * @phpstan-import-type CallSpec from Calls
 * @phpstan-import-type ParamInput from WireParams
 */
final class RequestBuilder
{
    /**
     * Builds the signed request of a call. A call with a body is a POST.
     * See the API page, "Security" and "POST body".
     *
     * @param array<array-key, mixed> $params texts, integers, booleans and lists of texts by their
     *     names on the wire; null is not sent
     * @param mixed $body the modules of `DocumentsBody`, the file of `FileBody` or the named values
     *     of a JSON body; null for none
     * @throws BbbException `not_supported` when the dialect lacks the call, `invalid_params`, with
     *     every violation, when a parameter or the body must not be sent, and `not_configured` for
     *     an unusable extension name
     */
    public static function build(RequestTarget $target, string $name, array $params, mixed $body = null): HttpRequest
    {
        $call = self::supported($name, $target->dialect);
        $spec = $call['body'] ?? null;
        $violations = [
            ...ParamsValidator::validate($call, $params, $target->dialect),
            ...BodyValidator::validate($spec, $body),
        ];
        if ($violations !== []) {
            throw BbbException::invalidParams($name, $violations);
        }

        $encoded = $spec === null || $body === null ? null : BodyEncoder::encode($spec, $body);
        $limit = $spec['maxBytes'] ?? PHP_INT_MAX;
        if ($encoded !== null && strlen($encoded->bytes) > $limit) {
            throw BbbException::invalidParams($name, [new Violation('body', 'max', (string) $limit)]);
        }
        /** @var array<array-key, ParamInput> $params checked above */
        $query = CanonicalQuery::build(WireParams::of($params));

        return self::httpRequest($call, self::urlOf($call, $query, $target), $encoded);
    }

    /**
     * Builds the signed request of a call whose answer is read here, where `build` also builds what
     * a browser opens.
     *
     * @param array<array-key, mixed> $params as `build` takes them
     * @param mixed $body as `build` takes it
     * @throws BbbException as `build` does, and `not_supported` when the dialect answers the call to
     *     browsers only
     */
    public static function toSend(RequestTarget $target, string $name, array $params, mixed $body = null): HttpRequest
    {
        $request = self::build($target, $name, $params, $body);
        $needs = Calls::named($name)['answerNeeds'] ?? null;
        if ($needs !== null && !$target->dialect->has($needs)) {
            throw BbbException::browsersOnly($name, $target->dialect->name);
        }

        return $request;
    }

    /**
     * @return CallSpec
     */
    private static function supported(string $name, Dialect $dialect): array
    {
        $call = Calls::named($name);
        $needs = $call['needs'] ?? null;
        if ($call === null || in_array($name, $dialect->missingCalls, true) || ($needs !== null && !$dialect->has($needs))) {
            throw BbbException::notSupported($name, $dialect->name);
        }

        return $call;
    }

    /** @param CallSpec $call */
    private static function httpRequest(array $call, string $url, ?EncodedBody $body): HttpRequest
    {
        // Servers up to 3.0 declare XML only and may answer nothing to anybody who asks for less.
        $headers = ['accept' => $call['format'] === 'xml' ? 'application/xml, text/xml, */*' : '*/*'];
        if ($body === null) {
            return new HttpRequest($call['methods'][0], $url, $headers);
        }

        return new HttpRequest('POST', $url, $headers + ['content-type' => $body->contentType], $body->bytes);
    }

    /** @param CallSpec $call */
    private static function urlOf(array $call, string $query, RequestTarget $target): string
    {
        $path = self::pathOf($call, $target->extensionNames);
        $base = "{$target->endpoint}api" . ($path === '' ? '' : "/{$path}");
        if ($call['auth'] === 'checksum') {
            $checksum = Checksum::of(self::algorithmFor($call, $target), $path, $query, $target->secret);
            $query .= ($query === '' ? '' : '&') . "checksum={$checksum}";
        }

        return $query === '' ? $base : "{$base}?{$query}";
    }

    /**
     * @param CallSpec $call
     * @param array<string, string> $extensionNames
     */
    private static function pathOf(array $call, array $extensionNames): string
    {
        $path = $call['path'] ?? $call['name'];
        if (!isset($call['nameConfigurable'])) {
            return $path;
        }
        $configured = $extensionNames[$call['name']] ?? $path;
        if (preg_match('~^[A-Za-z][A-Za-z0-9_/-]*$~D', $configured) === 1) {
            return $configured;
        }
        throw BbbException::notConfigured("the name set for {$call['name']} cannot be part of a URL");
    }

    /** @param CallSpec $call */
    private static function algorithmFor(array $call, RequestTarget $target): HashAlgorithm
    {
        $dialect = $target->dialect;

        return $call['hashGroup'] === 'hooks'
            ? $target->hooksHashAlgorithm ?? HashAlgorithm::from($dialect->hooksHashAlgorithms[0])
            : $target->hashAlgorithm ?? HashAlgorithm::from($dialect->hashAlgorithms[0]);
    }
}
