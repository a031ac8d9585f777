<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use Bluebridge\Core\Catalogue\Json;
use Bluebridge\Core\Catalogue\ValueRules;
use Bluebridge\Core\Errors\BbbException;
use JsonException;

/**
 * What a callback brings, read with care.
 *
 * @phpstan-import-type CallbackName from Refusals
 */
final class ReceivedBody
{
    /**
     * Gives the bytes of a callback as text.
     *
     * @param CallbackName $callback
     * @throws BbbException `bad_reply` over the cap and for broken UTF-8
     */
    public static function text(string $callback, string $body, int $maxBytes): string
    {
        if (strlen($body) > $maxBytes) {
            throw Refusals::malformed($callback, "is over {$maxBytes} bytes");
        }
        if (!ValueRules::isUtf8($body)) {
            throw Refusals::malformed($callback, 'is not UTF-8');
        }

        return $body;
    }

    /**
     * Reads a form body or a query into its values, name by name.
     *
     * @param CallbackName $callback
     * @return array<array-key, non-empty-list<string>>
     * @throws BbbException `bad_reply` for a percent sequence that is none
     */
    public static function formFields(string $callback, string $text): array
    {
        $fields = [];
        foreach (explode('&', $text) as $pair) {
            if ($pair !== '') {
                $parts = explode('=', $pair, 2);
                $fields[self::decode($callback, $parts[0])][] = self::decode($callback, $parts[1] ?? '');
            }
        }

        return $fields;
    }

    /**
     * Gives the only value of a field.
     *
     * @param CallbackName $callback
     * @param array<array-key, list<string>> $fields
     * @throws BbbException `bad_reply` when there is none, or more than one
     */
    public static function onlyField(string $callback, array $fields, string $name): string
    {
        $values = $fields[$name] ?? [];
        if (count($values) > 1) {
            throw Refusals::malformed($callback, "has more than one {$name}");
        }

        return $values[0] ?? throw Refusals::malformed($callback, "has no {$name}");
    }

    /**
     * Reads JSON; the text is not repeated in the message.
     *
     * @param CallbackName $callback
     * @throws BbbException `bad_reply` for anything else
     */
    public static function json(string $callback, string $text, string $what): mixed
    {
        try {
            return Json::decode($text);
        } catch (JsonException) {
            throw Refusals::malformed($callback, "has {$what} that is not JSON");
        }
    }

    /** Gives the part of a URL after the first `?`, without a fragment; all of it when it starts with `?`. */
    public static function queryOf(string $url): string
    {
        $withoutFragment = explode('#', $url, 2)[0];
        $start = strpos($withoutFragment, '?');

        return $start === false ? '' : substr($withoutFragment, $start + 1);
    }

    /** @param CallbackName $callback */
    private static function decode(string $callback, string $text): string
    {
        $decoded = urldecode($text);
        if (preg_match('/%(?![0-9A-Fa-f]{2})/', $text) === 1 || !ValueRules::isUtf8($decoded)) {
            throw Refusals::malformed($callback, 'has a broken percent sequence');
        }

        return $decoded;
    }
}
