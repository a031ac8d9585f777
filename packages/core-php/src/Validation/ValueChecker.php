<?php

declare(strict_types=1);

namespace Bluebridge\Core\Validation;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Catalogue\ValueRules;
use Bluebridge\Core\Errors\Violation;

/**
 * Checks one value against its entry in the catalogue.
 *
 * @phpstan-import-type ParamSpec from Calls
 */
final class ValueChecker
{
    /**
     * Lists the rules that a value breaks.
     *
     * @param ParamSpec $spec
     * @return list<Violation>
     */
    public static function check(string $path, array $spec, mixed $value): array
    {
        return match ($spec['kind']) {
            'boolean' => is_bool($value) ? [] : [new Violation($path, 'type', 'boolean')],
            'integer', 'time' => self::checkInteger($path, $spec, $value),
            'choice' => self::checkChoice($path, $spec['values'] ?? [], $value),
            'csv' => ListChecker::check($path, $spec['values'] ?? null, $value),
            default => self::checkText($path, $spec, $value),
        };
    }

    /**
     * Lists the rules that a text breaks wherever it goes: that it is UTF-8, and has no control
     * characters but, where it may have several lines, tabs and line breaks.
     *
     * @return list<Violation>
     */
    public static function checkCharacters(string $path, string $value, bool $mayBreakLines): array
    {
        if ($mayBreakLines ? ValueRules::isLines($value) : ValueRules::isLine($value)) {
            return [];
        }

        return ValueRules::isUtf8($value)
            ? [new Violation($path, 'pattern', 'no control characters')]
            : [new Violation($path, 'well_formed')];
    }

    /**
     * Lists the rules that a number breaks.
     *
     * @param array{min?: int, max?: int} $limits
     * @return list<Violation>
     */
    public static function checkInteger(string $path, array $limits, mixed $value): array
    {
        if (!is_int($value)) {
            return [new Violation($path, 'type', is_float($value) && is_finite($value) ? 'integer' : 'number')];
        }
        $violations = [];
        if (!ValueRules::isSafeInteger($value)) {
            $violations = self::limit($path, $value, -ValueRules::MAX_INTEGER, ValueRules::MAX_INTEGER);
        }

        return [...$violations, ...self::limit($path, $value, $limits['min'] ?? null, $limits['max'] ?? null)];
    }

    /**
     * @param list<string> $values
     * @return list<Violation>
     */
    private static function checkChoice(string $path, array $values, mixed $value): array
    {
        return in_array($value, $values, true) ? [] : [new Violation($path, 'choice', implode(', ', $values))];
    }

    /**
     * @param ParamSpec $spec
     * @return list<Violation>
     */
    private static function checkText(string $path, array $spec, mixed $value): array
    {
        if (!is_string($value)) {
            return [new Violation($path, 'type', 'string')];
        }
        $kind = $spec['kind'];
        if ($kind === 'json') {
            return self::checkJson($path, $value);
        }
        $violations = self::checkCharacters($path, $value, $kind === 'block');
        if ($violations !== []) {
            return $violations;
        }
        if (($spec['min'] ?? 0) > 0 && ValueRules::isBlank($value)) {
            return [new Violation($path, 'blank')];
        }
        if (!ValueRules::isSurelyWithin($value, $spec['min'] ?? 0, $spec['max'] ?? PHP_INT_MAX)) {
            $violations = self::limit($path, ValueRules::length($value), $spec['min'] ?? null, $spec['max'] ?? null);
        }
        $form = self::brokenForm($spec, $value);

        return $form === null ? $violations : [...$violations, new Violation($path, 'pattern', $form)];
    }

    /** @return list<Violation> */
    private static function checkJson(string $path, string $value): array
    {
        return match (true) {
            !ValueRules::isUtf8($value) => [new Violation($path, 'well_formed')],
            !ValueRules::isJson($value) => [new Violation($path, 'type', 'JSON')],
            default => [],
        };
    }

    /**
     * Names the form that a text lacks.
     *
     * @param ParamSpec $spec
     */
    private static function brokenForm(array $spec, string $value): ?string
    {
        if ($spec['kind'] === 'url') {
            return ValueRules::isHttpUrl($value) ? null : 'http or https URL';
        }
        if ($spec['kind'] === 'id') {
            return match (true) {
                str_contains($value, ',') => 'no commas',
                !ValueRules::isTrimmed($value) => 'no surrounding blanks',
                default => null,
            };
        }
        $expression = $spec['expression'] ?? null;

        return $expression === null || preg_match($expression, $value) === 1 ? null : $spec['pattern'] ?? null;
    }

    /** @return list<Violation> */
    private static function limit(string $path, int $size, ?int $min, ?int $max): array
    {
        return match (true) {
            $min !== null && $size < $min => [new Violation($path, 'min', (string) $min)],
            $max !== null && $size > $max => [new Violation($path, 'max', (string) $max)],
            default => [],
        };
    }
}
