<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Words;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Dialects\DialectTable;

/** The kinds of servers, as administrators read them. */
final class DialectWords
{
    public static function of(string $dialect): string
    {
        return match ($dialect) {
            'bigbluebutton' => __('BigBlueButton', 'bluebridge'),
            'integration' => __('hosted service with booked seats (IntegrationAPI)', 'bluebridge'),
            'scalelite' => __('several servers behind Scalelite', 'bluebridge'),
            default => $dialect,
        };
    }

    /** @return array<string, string> words by the names of the dialects */
    public static function all(): array
    {
        $names = array_keys(DialectTable::ALL);

        return array_combine($names, array_map(self::of(...), $names));
    }
}
