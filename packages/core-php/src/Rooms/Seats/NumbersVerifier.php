<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms\Seats;

use Bluebridge\Core\Catalogue\ValueRules;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Errors\Violation;

/**
 * Verifies numbers before anything is decided with them. A number has its place in what was given,
 * its value (null is not said) and the smallest that is possible.
 *
 * @phpstan-type GivenNumber array{string, int|null, 2?: int}
 */
final class NumbersVerifier
{
    /**
     * Verifies numbers.
     *
     * @param string $asking a name for who asks
     * @param list<GivenNumber> $numbers
     * @throws BbbException `invalid_params`, with every violation, for a number that is too small or
     *     too large to be counted with
     */
    public static function verify(string $asking, array $numbers): void
    {
        $violations = [];
        foreach ($numbers as $number) {
            [$path, $value] = $number;
            $min = $number[2] ?? PHP_INT_MIN;
            if ($value !== null && !ValueRules::isSafeInteger($value)) {
                $violations[] = new Violation($path, 'type', 'integer');
            } elseif ($value !== null && $value < $min) {
                $violations[] = new Violation($path, 'min', (string) $min);
            }
        }
        if ($violations !== []) {
            throw BbbException::invalidParams($asking, $violations);
        }
    }

    /**
     * Verifies an account and what is asked about it.
     *
     * @param list<GivenNumber> $numbers
     * @throws BbbException as `verify` does
     */
    public static function verifySeats(SeatAccount $account, array $numbers): void
    {
        $reserved = [];
        foreach ($account->reservations as $index => $each) {
            $path = "account.reservations.{$index}";
            $reserved[] = ["{$path}.seats", $each->seats, 0];
            $reserved[] = ["{$path}.live", $each->live, 0];
            $reserved[] = ["{$path}.from", $each->from];
            $reserved[] = ["{$path}.until", $each->until];
        }
        self::verify('seat_ledger', [['account.connections', $account->connections, 0], ...$reserved, ...$numbers]);
    }

    /**
     * Gives the numbers of a request: it must want some time, at least a millisecond of it.
     *
     * @return list<GivenNumber>
     */
    public static function numbersOf(SeatRequest $request): array
    {
        return [
            ['request.seats', $request->seats, 0],
            ['request.from', $request->from],
            ['request.until', $request->until, ...(ValueRules::isSafeInteger($request->from) ? [$request->from + 1] : [])],
        ];
    }
}
