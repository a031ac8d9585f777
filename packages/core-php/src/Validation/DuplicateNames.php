<?php

declare(strict_types=1);

namespace Bluebridge\Core\Validation;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Errors\Violation;

/**
 * Finds names that servers cannot tell apart.
 *
 * @phpstan-import-type PrefixSpec from Calls
 */
final class DuplicateNames
{
    private const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    private const LOWER = 'abcdefghijklmnopqrstuvwxyz';

    /**
     * Lists names that a server, which lower-cases their family, would take for one given before.
     *
     * @param list<PrefixSpec> $prefixes
     * @param list<array-key> $given
     * @return list<Violation>
     */
    public static function violations(array $prefixes, array $given): array
    {
        $members = self::members($prefixes, $given);
        if (count($members) < 2) {
            return [];
        }
        $violations = [];
        $first = [];
        foreach ($members as $name) {
            $name = (string) $name;
            // The names a server takes are ASCII; all others are refused as unknown.
            $stored = strtr($name, self::UPPER, self::LOWER);
            if (isset($first[$stored])) {
                $violations[] = new Violation($name, 'duplicate', $first[$stored]);
            } else {
                $first[$stored] = $name;
            }
        }

        return $violations;
    }

    /**
     * Picks the names of families that servers lower-case.
     *
     * @param list<PrefixSpec> $prefixes
     * @param list<array-key> $given
     * @return list<array-key>
     */
    private static function members(array $prefixes, array $given): array
    {
        $families = [];
        foreach ($prefixes as $prefix) {
            if (isset($prefix['lowerCased'])) {
                $families[] = preg_quote($prefix['prefix'], '~');
            }
        }
        if ($families === []) {
            return [];
        }
        /** @var array<array-key>|false $members those of the names */
        $members = preg_grep('~^(?:' . implode('|', $families) . ')~', $given);

        return $members === false ? [] : array_values($members);
    }
}
