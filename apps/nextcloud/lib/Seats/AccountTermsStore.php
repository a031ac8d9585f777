<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomToCreate;
use OCP\IAppConfig;

/** What administrators said about their accounts, in the app's configuration. */
class AccountTermsStore
{
    private const KEY = 'account_terms';

    /** By the term: what is usual, the least and the most. */
    public const TERMS = [
        'connections' => [null, 1, 1_000_000],
        'defaultSeats' => [RoomToCreate::RESERVED_BY_DEFAULT['maxParticipants'], 1, 10_000],
        'defaultMinutes' => [RoomToCreate::RESERVED_BY_DEFAULT['durationMinutes'], 1, 1439],
        'graceMinutes' => [5, 0, 240],
    ];

    public function __construct(private readonly IAppConfig $config)
    {
    }

    /** Reads the terms of an account. */
    public function read(string $account): AccountTerms
    {
        $kept = $this->kept()[$account] ?? [];
        $term = static fn (string $name): ?int => $kept[$name] ?? self::TERMS[$name][0];

        return new AccountTerms(
            $term('connections'),
            (int) $term('defaultSeats'),
            (int) $term('defaultMinutes'),
            (int) $term('graceMinutes'),
        );
    }

    /**
     * Keeps what an administrator said; what is null is as usual.
     *
     * @param array<string, int|null> $terms by their names
     * @return list<string> names of terms that are not within their limits; then nothing is kept
     */
    public function keep(string $account, array $terms): array
    {
        $said = array_filter(array_intersect_key($terms, self::TERMS), is_int(...));
        $wrong = array_keys(array_filter(
            $said,
            static fn (int $number, string $name): bool => $number < self::TERMS[$name][1] || $number > self::TERMS[$name][2],
            ARRAY_FILTER_USE_BOTH,
        ));
        if ($wrong === []) {
            $this->config->setValueArray(Application::APP_ID, self::KEY, [$account => $said] + $this->kept(), lazy: true);
        }

        return $wrong;
    }

    /** @return array<array-key, array<array-key, int>> */
    private function kept(): array
    {
        $accounts = array_filter($this->config->getValueArray(Application::APP_ID, self::KEY, lazy: true), is_array(...));

        return array_map(static fn (array $terms): array => array_filter($terms, is_int(...)), $accounts);
    }
}
