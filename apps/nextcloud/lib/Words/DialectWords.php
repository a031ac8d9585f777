<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Words;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Dialects\DialectTable;
use OCP\IL10N;

/** The kinds of servers, as administrators read them. */
final class DialectWords
{
    public function __construct(private readonly IL10N $l10n)
    {
    }

    public function of(string $dialect): string
    {
        return match ($dialect) {
            'bigbluebutton' => $this->l10n->t('BigBlueButton'),
            'integration' => $this->l10n->t('hosted service with booked seats (IntegrationAPI)'),
            'scalelite' => $this->l10n->t('several servers behind Scalelite'),
            default => $dialect,
        };
    }

    /** @return array<string, string> words by the names of the dialects */
    public function all(): array
    {
        $names = array_keys(DialectTable::ALL);

        return array_combine($names, array_map($this->of(...), $names));
    }
}
