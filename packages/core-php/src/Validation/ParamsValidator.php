<?php

declare(strict_types=1);

namespace Bluebridge\Core\Validation;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Dialects\Dialect;
use Bluebridge\Core\Errors\Violation;

/**
 * Checks parameters before they are signed. A parameter that is null is not sent.
 *
 * @phpstan-import-type CallSpec from Calls
 * @phpstan-import-type ParamSpec from Calls
 * @phpstan-import-type PrefixSpec from Calls
 */
final class ParamsValidator
{
    /**
     * Lists every rule that the parameters of a call break; an empty list means they may be sent.
     *
     * @param CallSpec $call
     * @param array<array-key, mixed> $params
     * @return list<Violation>
     */
    public static function validate(array $call, array $params, Dialect $dialect): array
    {
        [$given, $empty] = self::sorted($params);
        $refused = array_filter($empty, static fn (string $name): bool => !self::mayBeEmpty($call, $name));

        return [
            ...self::nameViolations($call, $given, $dialect),
            ...DuplicateNames::violations($call['prefixes'] ?? [], array_keys($given)),
            ...DialectRules::required($call, $given, $dialect),
            ...GroupRules::exclusive($call, $given),
            ...GroupRules::lacking($call, $given),
            ...self::valueViolations($call['params'], $call['required'], $given, $empty, $refused),
            ...DialectRules::least($call, $given, $dialect),
        ];
    }

    /**
     * Lists every rule that named values break: of a JSON body, which knows no dialects and prefixes.
     *
     * @param array<string, ParamSpec> $specs
     * @param array<array-key, mixed> $values
     * @return list<Violation>
     */
    public static function validateFields(array $specs, array $values): array
    {
        [$given, $empty] = self::sorted($values);
        $unknown = array_keys(array_diff_key($given, $specs));
        $required = array_filter($specs, static fn (array $spec): bool => isset($spec['required']));

        return [
            ...array_map(static fn (int|string $name): Violation => new Violation((string) $name, 'unknown'), $unknown),
            ...self::valueViolations($specs, $required, $given, $empty, $empty),
        ];
    }

    /**
     * Gives the values that are there, and the names of those that are empty. PHP turns a name such
     * as `7` into a number.
     *
     * @param array<array-key, mixed> $values
     * @return array{array<array-key, mixed>, array<array-key, string>}
     */
    private static function sorted(array $values): array
    {
        $empty = [];
        foreach ($values as $name => $value) {
            if ($value === null) {
                unset($values[$name]);
            } elseif ($value === '' || $value === []) {
                $empty[$name] = (string) $name;
            }
        }

        return [$values, $empty];
    }

    /**
     * @param CallSpec $call
     * @param array<array-key, mixed> $given
     * @return list<Violation>
     */
    private static function nameViolations(array $call, array $given, Dialect $dialect): array
    {
        $violations = [];
        $specs = $call['params'];
        foreach ($given as $name => $_) {
            if (!isset($specs[$name])) {
                if (self::prefixOf($call, (string) $name) === null) {
                    $violations[] = new Violation((string) $name, 'unknown');
                }
                continue;
            }
            $needs = $specs[$name]['needs'] ?? null;
            if ($needs !== null && !$dialect->has($needs)) {
                $violations[] = new Violation((string) $name, 'needs_capability', $needs);
            }
        }

        return $violations;
    }

    /**
     * An empty value is a rule of its own: servers take it for absent, for false or for an error.
     *
     * @param array<string, ParamSpec> $specs
     * @param array<string, mixed> $required its keys are the names that must be given
     * @param array<array-key, mixed> $given
     * @param array<array-key, string> $empty
     * @param array<array-key, string> $refused those of the empty ones that mean nothing
     * @return list<Violation>
     */
    private static function valueViolations(
        array $specs,
        array $required,
        array $given,
        array $empty,
        array $refused,
    ): array {
        $violations = [];
        foreach ($refused as $name) {
            $violations[] = new Violation($name, 'empty');
        }
        $filled = array_diff_key($given, $empty);
        // In the catalogue's order, whatever the caller's is.
        foreach (array_intersect_key($specs, $filled + $required) as $name => $spec) {
            if (isset($filled[$name])) {
                foreach (ValueChecker::check($name, $spec, $filled[$name]) as $violation) {
                    $violations[] = $violation;
                }
            } elseif (!isset($given[$name])) {
                $violations[] = new Violation($name, 'required');
            }
        }
        foreach (array_diff_key($filled, $specs) as $name => $value) {
            array_push($violations, ...ListChecker::checkFree((string) $name, $value));
        }

        return $violations;
    }

    /** @param CallSpec $call */
    private static function mayBeEmpty(array $call, string $name): bool
    {
        $spec = $call['params'][$name] ?? self::prefixOf($call, $name) ?? [];

        return isset($spec['mayBeEmpty']);
    }

    /**
     * @param CallSpec $call
     * @return PrefixSpec|null
     */
    private static function prefixOf(array $call, string $name): ?array
    {
        foreach ($call['prefixes'] ?? [] as $prefix) {
            if (preg_match($prefix['expression'], $name) === 1) {
                return $prefix;
            }
        }

        return null;
    }
}
