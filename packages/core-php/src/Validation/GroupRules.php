<?php

declare(strict_types=1);

namespace Bluebridge\Core\Validation;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Errors\Violation;

/**
 * Rules about parameters that belong together.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class GroupRules
{
    /**
     * Lists what is given too much of groups with at most one.
     *
     * @param CallSpec $call
     * @param array<array-key, mixed> $given
     * @return list<Violation>
     */
    public static function exclusive(array $call, array $given): array
    {
        $violations = [];
        foreach ($call['exclusive'] ?? [] as $group) {
            $names = array_filter($group, static fn (string $name): bool => isset($given[$name]));
            foreach (array_slice($names, 1) as $name) {
                $violations[] = new Violation($name, 'exclusive', 'one of ' . implode(', ', $group));
            }
        }

        return $violations;
    }

    /**
     * Lists groups of which one is lacking.
     *
     * @param CallSpec $call
     * @param array<array-key, mixed> $given
     * @return list<Violation>
     */
    public static function lacking(array $call, array $given): array
    {
        $violations = [];
        foreach ($call['atLeastOne'] ?? [] as $group) {
            if (array_intersect_key($given, array_flip($group)) === []) {
                $violations[] = new Violation($group[0], 'at_least_one', implode(', ', $group));
            }
        }

        return $violations;
    }
}
