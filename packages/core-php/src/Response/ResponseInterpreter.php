<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Errors\BadReplyReason;
use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Errors\MessageKeys;

/**
 * Reads the reply of a call.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class ResponseInterpreter
{
    /**
     * Answers the reply for SUCCESS, and for a FAILED that the catalogue counts as an answer: its
     * fields by their names on the wire, null for those that are not there.
     *
     * @return array<string, mixed>
     * @throws BbbException `bad_reply` for anything that is not a whole BigBlueButton reply, or is
     *     longer than 1 MiB without being a success, `server_unavailable` for gateway errors,
     *     `not_supported` for a call nobody knows, and the code of the server's message key for
     *     every other FAILED
     */
    public static function interpret(string $name, HttpResponse $response): array
    {
        $call = Calls::named($name) ?? throw BbbException::notSupported($name, 'no');
        $isLong = strlen($response->body) > ReplyText::MAX_ENVELOPE_BYTES;
        if ($isLong && ListReader::reads($name) && self::isGood($response->status)) {
            return ItemStream::whole($name, $response);
        }
        [$root, $returncode] = self::envelope($call, $response);
        try {
            return self::read($call, $root, $returncode);
        } catch (XmlRefused $error) {
            throw self::badReply($name, $error, $response->body);
        }
    }

    /** Makes the exception of a body, given from its start, that was refused under a status of success. */
    public static function badReply(string $name, XmlRefused $error, string $body): BbbException
    {
        return BbbException::badReply($name, TellingStart::of($body) ?? $error->reason, $error->getMessage());
    }

    /** Tells whether a status is one of success. */
    public static function isGood(int $status): bool
    {
        return $status >= 200 && $status <= 299;
    }

    /**
     * @param CallSpec $call
     * @param 'SUCCESS'|'FAILED' $returncode
     * @return array<string, mixed>
     */
    private static function read(array $call, ReplyElement $root, string $returncode): array
    {
        [$failureKey, $failureMessage] = $returncode === 'FAILED' ? self::failure($root) : [null, null];
        if ($returncode === 'FAILED' && !in_array($failureKey ?? '', $call['answers'] ?? [], true)) {
            throw self::refusal($call, $failureKey);
        }
        $shaper = new ReplyShaper($call['reply']);
        $fields = $shaper->shape($root);
        $key = $failureKey ?? ReplyText::emptyAsMissing($root->childText('messageKey'));
        if ($key !== null && in_array($key, $call['refusals'] ?? [], true)) {
            throw self::refusal($call, $key);
        }
        if ($returncode === 'SUCCESS') {
            $shaper->requirePromised();
        }

        return $fields + [
            'returncode' => $returncode,
            'messageKey' => $key,
            'message' => $failureMessage ?? ReplyText::emptyAsMissing($root->childText('message')),
        ];
    }

    /**
     * @param CallSpec $call
     * @return array{ReplyElement, 'SUCCESS'|'FAILED'}
     */
    private static function envelope(array $call, HttpResponse $response): array
    {
        try {
            self::requireShort($response, self::isGood($response->status));
            $root = self::parse($call, $response->body);
            $returncode = $root->childText('returncode') ?? (isset($call['mayLackReturncode']) ? 'SUCCESS' : null);
            self::requireShort($response, $returncode === 'SUCCESS');
        } catch (XmlRefused $error) {
            $key = RedirectFailure::key($response);
            throw $key === null ? self::notAnEnvelope($call, $response, $error) : self::refusal($call, $key);
        }
        if ($returncode !== 'SUCCESS' && $returncode !== 'FAILED') {
            throw BbbException::badReply(
                $call['name'],
                BadReplyReason::NoReturncode,
                'no returncode of SUCCESS or FAILED',
            );
        }
        if ($returncode === 'SUCCESS' && !self::isGood($response->status)) {
            $why = "SUCCESS under HTTP status {$response->status}";
            throw BbbException::badReply($call['name'], self::statusReason($response->status), $why);
        }

        return [$root, $returncode];
    }

    /**
     * JSON calls have errors, and on old servers everything, in XML.
     *
     * @param CallSpec $call
     */
    private static function parse(array $call, string $body): ReplyElement
    {
        if ($call['format'] === 'json' && !self::startsLikeXml($body)) {
            return JsonParser::parse($body, $call['reply']);
        }

        return XmlParser::parse($body, isset($call['mayLackReturncode']));
    }

    /** Only a list is long, and a list is a success: so whoever reads a stream holds back little. */
    private static function requireShort(HttpResponse $response, bool $unlessSuccess): void
    {
        if (!$unlessSuccess && strlen($response->body) > ReplyText::MAX_ENVELOPE_BYTES) {
            throw new XmlRefused(BadReplyReason::TooLarge, 'more than a MiB that is no success');
        }
    }

    private static function startsLikeXml(string $body): bool
    {
        $first = ReplyText::trimStart(substr($body, 0, 256));

        return $first === '' || $first[0] === '<';
    }

    /**
     * Gives key and text of a failure, from any of the three envelopes servers use.
     *
     * @return array{string|null, string|null}
     */
    private static function failure(ReplyElement $root): array
    {
        $errors = $root->only('errors');
        foreach ($errors instanceof ReplyElement ? $errors->withAttributes('error') : [] as $first) {
            return [
                ReplyText::emptyAsMissing(self::partOf($first, 'key')),
                ReplyText::emptyAsMissing(self::partOf($first, 'message')),
            ];
        }

        return [
            ReplyText::emptyAsMissing($root->childText('messageKey')),
            ReplyText::emptyAsMissing($root->childText('message')),
        ];
    }

    /** Very old servers put key and message into attributes. */
    private static function partOf(string|ReplyElement $error, string $name): ?string
    {
        return is_string($error) ? null : $error->attribute($name) ?? $error->childText($name);
    }

    /** @param CallSpec $call */
    private static function refusal(array $call, ?string $messageKey): BbbException
    {
        $codes = ($call['keyCodes'] ?? []) + MessageKeys::CODES;
        $code = $codes[$messageKey ?? ''] ?? BbbError::ServerRefused;
        // A balancer's key for whatever went wrong, before or after the server had done its part.
        $isVague = $messageKey === 'internalError';
        $words = $messageKey === null ? 'without a key' : "with {$messageKey}";

        return new BbbException(
            $code,
            "{$call['name']} was refused {$words}",
            call: $call['name'],
            messageKey: $messageKey,
            retryable: $code === BbbError::ServerUnavailable && (!$isVague || $call['effect'] === 'read'),
        );
    }

    /**
     * A write may have taken effect behind the page that came instead of its reply.
     *
     * @param CallSpec $call
     */
    private static function notAnEnvelope(array $call, HttpResponse $response, XmlRefused $error): BbbException
    {
        $status = $response->status;
        ['name' => $name, 'effect' => $effect] = $call;
        $message = "{$name} met HTTP status {$status}";
        if (in_array($status, [429, 502, 503, 504], true)) {
            $mayBeRepeated = $effect === 'read' || $status === 503 || $status === 429;

            return new BbbException(BbbError::ServerUnavailable, $message, call: $name, retryable: $mayBeRepeated);
        }
        if ($status === 401 || $status === 403) {
            return new BbbException(BbbError::AccessDenied, $message, call: $name);
        }
        if (!self::isGood($status)) {
            $mayPass = $status >= 500 && $status !== 501;

            $retryable = $effect === 'read' && $mayPass;

            return BbbException::badReply($name, self::statusReason($status), "HTTP status {$status}", $retryable);
        }

        return self::badReply($name, $error, $response->body);
    }

    private static function statusReason(int $status): BadReplyReason
    {
        return $status >= 300 && $status <= 399 ? BadReplyReason::Redirected : BadReplyReason::HttpStatus;
    }
}
