<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Clock;

/**
 * What administrators read about their accounts: who has the seats, and what was agreed with the
 * provider. It asks no server.
 *
 * @phpstan-type Gauge array{id: string, name: string, countsSeats: bool, taken: int, total: int, holders: list<string>, terms: array{connections: int|null, defaultSeats: int, defaultMinutes: int, graceMinutes: int}}
 */
class AccountGauges
{
    public function __construct(
        private readonly Accounts $accounts,
        private readonly PlannedMeetings $planned,
        private readonly SeatHolders $holders,
        private readonly SeatWords $words,
        private readonly Clock $clock,
    ) {
    }

    /** @return list<Gauge> */
    public function all(): array
    {
        return array_map($this->of(...), $this->accounts->all());
    }

    /** @return Gauge */
    public function of(Account $account): array
    {
        $now = $this->clock->now();
        $open = $this->planned->open($account->key);
        $connections = $account->connections();
        // Where nobody said how many there are, it is still known who has some.
        $seats = AccountSeats::of($open, $connections ?? PHP_INT_MAX >> 12, $now);
        $taken = $connections === null ? 0 : $connections - SeatSigns::freeNow($seats, $now);
        $countsSeats = $account->server->has('reservesSeats');

        return [
            'id' => $account->key,
            'name' => $account->settings->name === '' ? (string) parse_url($account->settings->endpoint, PHP_URL_HOST) : $account->settings->name,
            'countsSeats' => $countsSeats,
            'taken' => max(0, $taken),
            'total' => $connections ?? 0,
            'holders' => $countsSeats ? array_map($this->words->holder(...), $this->holders->of($seats, $open, null, $now)) : [],
            'terms' => [
                'connections' => $account->terms->connections,
                'defaultSeats' => $account->terms->defaultSeats,
                'defaultMinutes' => $account->terms->defaultMinutes,
                'graceMinutes' => $account->terms->graceMinutes,
            ],
        ];
    }
}
