<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SeatLedger;

/**
 * Seats in words. Times are the site's own.
 *
 * @phpstan-import-type SeatVerdict from SeatLedger
 * @phpstan-import-type SeatWindow from SeatLedger
 */
final class SeatWords
{
    /** Says what opening a room takes. */
    public static function wish(Wish $wish): string
    {
        /* translators: 1: number of seats, 2: length such as "2 hours" */
        $words = _n(
            'Opening the room reserves %1$d seat for %2$s.',
            'Opening the room reserves %1$d seats for %2$s.',
            $wish->seats,
            'bluebridge',
        );

        return sprintf($words, $wish->seats, self::length($wish->minutes));
    }

    public static function free(int $free): string
    {
        if ($free <= 0) {
            return __('All seats are taken at the moment.', 'bluebridge');
        }

        /* translators: %d: number of seats */
        return sprintf(_n('%d seat is free at the moment.', '%d seats are free at the moment.', $free, 'bluebridge'), $free);
    }

    /** Says how many of the seats that a meeting or an account has are taken. */
    public static function taken(int $taken, int $total): string
    {
        /* translators: 1: seats that are taken, 2: all seats */
        return sprintf(__('%1$d of %2$d seats are taken.', 'bluebridge'), $taken, $total);
    }

    /**
     * Says when there are enough seats for a room.
     *
     * @param SeatWindow|null $window null when there never are
     */
    public static function window(?array $window): string
    {
        if ($window === null) {
            return __('The room wants more seats than there are: please choose fewer in its settings.', 'bluebridge');
        }

        /* translators: %s: a time of day, with a date if it is another day */
        return sprintf(__('There will be enough at %s.', 'bluebridge'), self::moment($window['from']));
    }

    /**
     * Tells somebody why the room cannot open for want of seats.
     *
     * @param array{nextWindow?: SeatWindow|null, ...} $plan a refusal
     */
    public static function shortage(array $plan): string
    {
        $what = __('There are not enough free seats to open the room.', 'bluebridge');
        $when = array_key_exists('nextWindow', $plan)
            ? self::window($plan['nextWindow'])
            : __('Please try again in a few minutes.', 'bluebridge');

        return "{$what} {$when}";
    }

    public static function eviction(): string
    {
        return __(
            'There are not enough free seats. If you open the room, the meeting server ends meetings that are beyond their planned end.',
            'bluebridge',
        );
    }

    /** Says who has seats, how many, and until when. */
    public static function holder(Holder $holder): string
    {
        if ($holder->isOvertime) {
            /* translators: 1: name of a room, 2: number of seats */
            $words = _n(
                '%1$s · %2$d seat · beyond its planned end',
                '%1$s · %2$d seats · beyond its planned end',
                $holder->seats,
                'bluebridge',
            );

            return sprintf($words, $holder->name, $holder->seats);
        }
        /* translators: 1: name of a room, 2: number of seats, 3: a time of day, with a date if it is another day */
        $words = _n('%1$s · %2$d seat · until %3$s', '%1$s · %2$d seats · until %3$s', $holder->seats, 'bluebridge');

        return sprintf($words, $holder->name, $holder->seats, self::moment($holder->until));
    }

    /** Writes what is on the button that extends a meeting. */
    public static function extension(int $minutes): string
    {
        /* translators: %d: number of minutes */
        return sprintf(_n('Extend by %d minute', 'Extend by %d minutes', $minutes, 'bluebridge'), $minutes);
    }

    /** Writes a moment in the site's own time and manner: the date only where it is not today. */
    public static function moment(int $epochMs): string
    {
        $seconds = intdiv($epochMs + 59_999, 60_000) * 60;
        $isToday = wp_date('Ymd', $seconds) === wp_date('Ymd');
        $formats = [$isToday ? '' : get_option('date_format'), get_option('time_format')];

        return (string) wp_date(trim(implode(' ', array_filter($formats, is_string(...)))), $seconds);
    }

    /** Puts a length of time into words, such as "2 hours" or "90 minutes". */
    public static function length(int $minutes): string
    {
        if ($minutes % 60 === 0 && $minutes > 0) {
            $hours = intdiv($minutes, 60);

            /* translators: %d: number of hours */
            return sprintf(_n('%d hour', '%d hours', $hours, 'bluebridge'), $hours);
        }

        /* translators: %d: number of minutes */
        return sprintf(_n('%d minute', '%d minutes', $minutes, 'bluebridge'), $minutes);
    }
}
