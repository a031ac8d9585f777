<?php

declare(strict_types=1);

namespace Bluebridge\Core\Validation;

use Bluebridge\Core\Catalogue\ValueRules;
use Bluebridge\Core\Errors\Violation;

/** Checks values of more than one type: lists, which may be given joined, and values of free names. */
final class ListChecker
{
    private const MEMBER_FORM = 'no empty members, no surrounding blanks';

    /**
     * Lists the rules that a list breaks, given as a list or joined by commas.
     *
     * @param list<string>|null $allowed the closed list of members; null for any
     * @return list<Violation>
     */
    public static function check(string $path, ?array $allowed, mixed $value): array
    {
        if (is_string($value)) {
            return self::checkJoined($path, $allowed, $value);
        }
        if (!is_array($value) || !array_is_list($value)) {
            return [new Violation($path, 'type', 'array or string')];
        }

        return self::checkMembers($path, $allowed, $value, 'string or string');
    }

    /**
     * Lists the rules that the value of a parameter breaks whose name ends in a free part (`meta_…`).
     *
     * @return list<Violation>
     */
    public static function checkFree(string $path, mixed $value): array
    {
        return match (true) {
            is_bool($value) => [],
            is_string($value) => ValueChecker::checkCharacters($path, $value, true),
            is_int($value) => ValueChecker::checkInteger($path, [], $value),
            is_array($value) && array_is_list($value) => self::checkMembers(
                $path,
                null,
                $value,
                'string or number or boolean or string',
            ),
            is_float($value) && is_finite($value) => [
                new Violation($path, 'type', 'string or int or boolean or array'),
            ],
            default => [new Violation($path, 'type', 'string or number or boolean or array')],
        };
    }

    /**
     * @param list<string>|null $allowed
     * @return list<Violation>
     */
    private static function checkJoined(string $path, ?array $allowed, string $joined): array
    {
        $violations = ValueChecker::checkCharacters($path, $joined, false);
        if ($violations !== []) {
            return $violations;
        }
        $members = explode(',', $joined);
        foreach ($members as $member) {
            if (!self::isMember($member)) {
                return [new Violation($path, 'pattern', self::MEMBER_FORM)];
            }
        }

        return self::checkAllowed($path, $allowed, $members);
    }

    /** Not every server trims what it splits at commas. */
    private static function isMember(string $text): bool
    {
        return $text !== '' && ValueRules::isTrimmed($text);
    }

    /**
     * Members are texts that survive being joined: an unusable one is told once for the whole list,
     * one that is empty, has a comma or begins or ends with a blank each time.
     *
     * @param list<string>|null $allowed
     * @param list<mixed> $members
     * @return list<Violation>
     */
    private static function checkMembers(string $path, ?array $allowed, array $members, string $types): array
    {
        $texts = array_values(array_filter($members, is_string(...)));
        $perMember = array_map(static fn (string $text): array => self::checkMember($path, $text), $texts);
        $violations = array_merge(...$perMember);
        $isUsable = count($texts) === count($members) && !self::hasUnusable($violations);
        if (!$isUsable) {
            return [$violations[0] ?? new Violation($path, 'type', $types)];
        }
        $choice = self::checkAllowed($path, $allowed, $texts);

        return $choice === [] ? $violations : [$violations[0] ?? $choice[0]];
    }

    /** @return list<Violation> */
    private static function checkMember(string $path, string $text): array
    {
        $violations = ValueChecker::checkCharacters($path, $text, false);
        if ($violations !== [] || (self::isMember($text) && !str_contains($text, ','))) {
            return $violations;
        }

        return [new Violation($path, 'pattern')];
    }

    /** @param list<Violation> $violations */
    private static function hasUnusable(array $violations): bool
    {
        foreach ($violations as $violation) {
            if ($violation->rule !== 'pattern' || $violation->allowed !== null) {
                return true;
            }
        }

        return false;
    }

    /**
     * @param list<string>|null $allowed
     * @param list<string> $members
     * @return list<Violation>
     */
    private static function checkAllowed(string $path, ?array $allowed, array $members): array
    {
        return $allowed === null || array_diff($members, $allowed) === []
            ? []
            : [new Violation($path, 'choice', implode(', ', $allowed))];
    }
}
