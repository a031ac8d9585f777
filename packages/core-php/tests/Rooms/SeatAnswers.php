<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Rooms;

use Bluebridge\Core\Rooms\SeatLedger;
use Bluebridge\Core\Rooms\Seats\Reservation;
use Bluebridge\Core\Rooms\Seats\SeatAccount;
use Bluebridge\Core\Tests\Conformance\Fields;
use UnexpectedValueException;

/** What the seat ledger says to a question, in the words of the vectors. */
final class SeatAnswers
{
    /** @return array<array-key, mixed>|null */
    public static function to(Fields $given): ?array
    {
        $account = Given::account($given->fields('account'));

        return match ($given->text('op')) {
            'verdict' => SeatLedger::verdict($account, Given::seatRequest($given->fields('request'))),
            'next' => SeatLedger::nextWindow($account, Given::seatRequest($given->fields('request'))),
            'free' => self::free($account, $given->fields('window')),
            'holders' => SeatLedger::holders($account, $given->integer('at')),
            'settle' => self::inWords(SeatLedger::settle($account, $given->integer('now'))),
            default => throw new UnexpectedValueException('Nobody knows this question.'),
        };
    }

    /** @return list<array<string, int>> */
    private static function free(SeatAccount $account, Fields $window): array
    {
        return SeatLedger::freeSeats($account, $window->integer('from'), $window->integer('until'));
    }

    /** @return array{connections: int, reservations: list<array<array-key, mixed>>} */
    private static function inWords(SeatAccount $account): array
    {
        return [
            'connections' => $account->connections,
            'reservations' => array_map(
                static fn (Reservation $each): array => array_filter(
                    get_object_vars($each),
                    static fn (mixed $value): bool => $value !== null,
                ),
                $account->reservations,
            ),
        ];
    }
}
