<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use Bluebridge\Core\Catalogue\Json;
use stdClass;

/**
 * What is taken over of the JSON a server sends: names as on the wire, each with a kind. Anything
 * not named stays behind, and a value of another kind counts as missing.
 *
 * `number` also reads decimal text, `boolean` the words, `text` also numbers. `map` is text by
 * names users chose; `open` is any JSON; both lose entries that look like secrets or addresses of
 * devices. A list of one table is a list of objects, `texts` a list of texts.
 */
final class Attributes
{
    private const MAX_DEPTH = 16;

    private const SENSITIVE = '/pass(?:word)?$|pw$|secret|token|ip-?address|user-?agent|referr?er|cookie|url$/iD';

    /**
     * Takes over the attributes a table names.
     *
     * @param array<array-key, mixed> $specs kinds and tables by their names
     * @return array<string, mixed>
     */
    public static function take(mixed $value, array $specs): array
    {
        $taken = [];
        foreach ($value instanceof stdClass ? $specs : [] as $name => $spec) {
            $found = $value instanceof stdClass ? self::takeOne($value->{$name} ?? null, $spec) : null;
            if ($found !== null) {
                $taken[(string) $name] = $found;
            }
        }

        return $taken;
    }

    /** Takes over any JSON without what looks like a secret; what is nested too deeply becomes null. */
    public static function takeOpen(mixed $value, int $depth = 0): mixed
    {
        if (is_int($value) || is_float($value)) {
            return self::number($value);
        }
        if (!is_array($value) && !$value instanceof stdClass) {
            return $value;
        }
        if ($depth >= self::MAX_DEPTH) {
            return null;
        }
        if (is_array($value)) {
            return array_map(static fn (mixed $item): mixed => self::takeOpen($item, $depth + 1), $value);
        }
        $kept = [];
        foreach ((array) $value as $name => $inner) {
            if (!self::isSensitive((string) $name)) {
                $kept[$name] = self::takeOpen($inner, $depth + 1);
            }
        }

        return $kept;
    }

    private static function takeOne(mixed $value, mixed $spec): mixed
    {
        if (is_array($spec)) {
            $inner = $spec[0] ?? null;
            if (!is_array($inner)) {
                return $value instanceof stdClass ? self::take($value, $spec) : null;
            }

            return is_array($value) ? self::objects($value, $inner) : null;
        }

        return match ($spec) {
            'text' => self::text($value),
            'number' => self::number($value),
            'boolean' => self::boolean($value),
            'texts' => is_array($value) ? self::texts($value) : null,
            'map' => $value instanceof stdClass ? self::map($value) : null,
            default => self::takeOpen($value),
        };
    }

    /**
     * @param array<array-key, mixed> $values
     * @param array<array-key, mixed> $specs
     * @return list<array<string, mixed>>
     */
    private static function objects(array $values, array $specs): array
    {
        $objects = array_filter($values, static fn (mixed $each): bool => $each instanceof stdClass);

        return array_values(array_map(static fn (stdClass $each): array => self::take($each, $specs), $objects));
    }

    /**
     * @param array<array-key, mixed> $values
     * @return list<string>
     */
    private static function texts(array $values): array
    {
        return array_values(array_filter(array_map(self::text(...), $values), static fn (?string $text): bool => $text !== null));
    }

    /** @return array<array-key, string> */
    private static function map(stdClass $value): array
    {
        $map = [];
        foreach ((array) $value as $name => $inner) {
            $text = self::isSensitive((string) $name) ? null : self::text($inner);
            if ($text !== null) {
                $map[$name] = $text;
            }
        }

        return $map;
    }

    private static function isSensitive(string $name): bool
    {
        return preg_match(self::SENSITIVE, $name) === 1;
    }

    private static function text(mixed $value): ?string
    {
        return match (true) {
            is_string($value) => $value,
            is_int($value), is_float($value) => Json::number($value),
            is_bool($value) => $value ? 'true' : 'false',
            default => null,
        };
    }

    private static function number(mixed $value): int|float|null
    {
        if (is_string($value) && preg_match('/^-?\d{1,15}(?:\.\d{1,9})?$/D', $value) === 1) {
            $value = (float) $value;
        }
        if (is_int($value) || !is_float($value) || !is_finite($value)) {
            return is_int($value) ? $value : null;
        }

        return floor($value) === $value && abs($value) <= 2 ** 53 ? (int) $value : $value;
    }

    private static function boolean(mixed $value): ?bool
    {
        return match ($value) {
            true, 'true' => true,
            false, 'false' => false,
            default => null,
        };
    }
}
