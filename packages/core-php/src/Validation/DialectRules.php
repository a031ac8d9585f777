<?php

declare(strict_types=1);

namespace Bluebridge\Core\Validation;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Catalogue\ValueRules;
use Bluebridge\Core\Dialects\Dialect;
use Bluebridge\Core\Errors\Violation;

/**
 * Rules that hold on some dialects only.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class DialectRules
{
    /**
     * Lists parameters that a capability makes required, and that are not given.
     *
     * @param CallSpec $call
     * @param array<array-key, mixed> $given
     * @return list<Violation>
     */
    public static function required(array $call, array $given, Dialect $dialect): array
    {
        $violations = [];
        foreach ($call['requiredWhere'] as $name => $capability) {
            if (!isset($given[$name]) && $dialect->has($capability)) {
                $violations[] = new Violation($name, 'required');
            }
        }

        return $violations;
    }

    /**
     * Lists integers that are too small on this dialect only; a value with another fault is left out.
     *
     * @param CallSpec $call
     * @param array<array-key, mixed> $given
     * @return list<Violation>
     */
    public static function least(array $call, array $given, Dialect $dialect): array
    {
        $violations = [];
        foreach ($call['minWhere'] as $name => ['capability' => $capability, 'min' => $min]) {
            $value = $given[$name] ?? null;
            $least = $call['params'][$name]['min'] ?? -ValueRules::MAX_INTEGER;
            if (is_int($value) && $value >= $least && $value < $min && $dialect->has($capability)) {
                $violations[] = new Violation($name, 'min', (string) $min);
            }
        }

        return $violations;
    }
}
