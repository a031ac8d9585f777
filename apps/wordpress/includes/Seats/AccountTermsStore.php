<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomToCreate;

/**
 * Where the terms of the account are said. Each is a constant of `wp-config.php`, or else a variable of
 * the environment of the same name, or else in an option.
 */
final class AccountTermsStore
{
    public const OPTION = 'bluebridge_account_terms';

    /** By the term: the name of its constant and variable, what is usual, the least and the most. */
    public const TERMS = [
        'connections' => ['BLUEBRIDGE_SEATS', null, 1, 1_000_000],
        'defaultSeats' => ['BLUEBRIDGE_DEFAULT_SEATS', RoomToCreate::RESERVED_BY_DEFAULT['maxParticipants'], 1, 10_000],
        'defaultMinutes' => ['BLUEBRIDGE_DEFAULT_MINUTES', RoomToCreate::RESERVED_BY_DEFAULT['durationMinutes'], 1, 1439],
        'graceMinutes' => ['BLUEBRIDGE_GRACE_MINUTES', 5, 0, 240],
    ];

    /** Reads the terms of an account. */
    public function read(string $account): AccountTerms
    {
        $kept = $this->kept()[$account] ?? [];
        $term = static fn (string $name): ?int => self::fixed($name) ?? $kept[$name] ?? self::TERMS[$name][1];

        return new AccountTerms(
            $term('connections'),
            (int) $term('defaultSeats'),
            (int) $term('defaultMinutes'),
            (int) $term('graceMinutes'),
        );
    }

    /**
     * Keeps what an administrator typed; what is empty is as usual.
     *
     * @param array<string, string> $typed by the terms
     * @return list<string> names of terms that are no number within their limits; then nothing is kept
     */
    public function keep(string $account, array $typed): array
    {
        $wrong = [];
        $terms = [];
        foreach (array_keys(self::TERMS) as $name) {
            $text = trim($typed[$name] ?? '');
            $number = self::numberIn($name, $text);
            if ($number !== null) {
                $terms[$name] = $number;
            } elseif ($text !== '') {
                $wrong[] = $name;
            }
        }
        if ($wrong === []) {
            update_option(self::OPTION, [$account => $terms] + $this->kept(), false);
        }

        return $wrong;
    }

    /** Tells whether a term is said outside WordPress, where no form changes it. */
    public static function isFixed(string $name): bool
    {
        return self::fixed($name) !== null;
    }

    private static function fixed(string $name): ?int
    {
        $variable = self::TERMS[$name][0];
        $said = defined($variable) ? constant($variable) : getenv($variable);

        return is_scalar($said) ? self::numberIn($name, (string) $said) : null;
    }

    private static function numberIn(string $name, string $text): ?int
    {
        [, , $least, $most] = self::TERMS[$name];
        $number = preg_match('/^\d{1,7}$/D', $text) === 1 ? (int) $text : -1;

        return $number >= $least && $number <= $most ? $number : null;
    }

    /** @return array<array-key, array<array-key, int>> */
    private function kept(): array
    {
        $option = get_option(self::OPTION, []);
        $accounts = is_array($option) ? array_filter($option, is_array(...)) : [];

        return array_map(static fn (array $terms): array => array_filter($terms, is_int(...)), $accounts);
    }
}
