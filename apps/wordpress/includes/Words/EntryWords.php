<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Words;

use Bluebridge\WordPress\Seats\SeatWords;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\JoinPlanner;

/**
 * Join plans in words.
 *
 * @phpstan-import-type JoinPlan from JoinPlanner
 */
final class EntryWords
{
    /**
     * Gives what is on the button of somebody with this plan.
     *
     * @param JoinPlan $plan
     */
    public static function label(array $plan): string
    {
        if (($plan['reason'] ?? '') === 'would_evict') {
            return __('Open room', 'bluebridge');
        }

        return match (self::waits($plan) ? 'wait' : $plan['kind']) {
            'start' => __('Open room', 'bluebridge'),
            'wait' => __('Wait in a new tab', 'bluebridge'),
            default => self::usualLabel(),
        };
    }

    public static function usualLabel(): string
    {
        return __('Join room', 'bluebridge');
    }

    /**
     * Tells somebody why they are not in yet; nothing where a button says it all.
     *
     * @param JoinPlan $plan
     * @param bool $waits whether they are on a page that takes them in
     */
    public static function text(array $plan, bool $waits): string
    {
        if ($plan['kind'] === 'start' || $plan['kind'] === 'join') {
            return '';
        }

        return match ($plan['reason']) {
            'not_started' => $waits
                ? __('The room is not open yet. You will be taken in as soon as it opens.', 'bluebridge')
                : __('If you wait in a new tab, you will be taken in as soon as the room opens.', 'bluebridge'),
            'moderator_absent' => $waits
                ? __('No moderator is in the room at the moment. You will be taken in as soon as one is.', 'bluebridge')
                : __(
                    'No moderator is in the room at the moment. If you wait in a new tab, you will be taken in as soon as one is.',
                    'bluebridge',
                ),
            'ending' => __('The last meeting is just being closed. This takes a few seconds.', 'bluebridge'),
            'banned' => __(
                'This room is not open to your account. If it should be, please ask whoever gave you its address.',
                'bluebridge',
            ),
            'guests_not_allowed' => __('Please log in to enter this room.', 'bluebridge'),
            'code_required' => __('Please type the code of this room.', 'bluebridge'),
            'code_wrong' => __('That code does not fit. Please check it and try again.', 'bluebridge'),
            'not_yet_open' => self::opening($plan['opensAt'] ?? 0, $waits),
            'closed' => __('The room is closed now. Please ask whoever leads it when it opens again.', 'bluebridge'),
            'consent_required', 'consent_declined' => __(
                'This room may be recorded. You can enter it when you agree to that.',
                'bluebridge',
            ),
            'full' => __('The room is full. You can join when somebody leaves.', 'bluebridge'),
            'seats_exhausted' => SeatWords::shortage($plan),
            'would_evict' => SeatWords::eviction(),
        };
    }

    /**
     * Tells whether somebody with this plan may wait and is taken in: also before the hours of a room.
     *
     * @param JoinPlan $plan
     */
    public static function waits(array $plan): bool
    {
        return $plan['kind'] === 'wait' || ($plan['kind'] === 'refuse' && $plan['reason'] === 'not_yet_open');
    }

    /**
     * Tells why an invitation lets nobody in, and what to do.
     *
     * @param 'open'|'used_up'|'expired'|'revoked' $state
     */
    public static function invitation(string $state): string
    {
        $what = match ($state) {
            'used_up' => __('This invitation is used up.', 'bluebridge'),
            'expired' => __('This invitation has expired.', 'bluebridge'),
            default => __('This invitation was revoked.', 'bluebridge'),
        };

        return "{$what} " . __('Please ask whoever sent it to you for a new one.', 'bluebridge');
    }

    /** Tells somebody who tried too many codes when to go on. */
    public static function tooManyTries(int $seconds): string
    {
        /* translators: %d: number of seconds */
        $text = _n(
            'Too many wrong codes came from your connection. Please try again in %d second.',
            'Too many wrong codes came from your connection. Please try again in %d seconds.',
            $seconds,
            'bluebridge',
        );

        return sprintf($text, $seconds);
    }

    /** Writes when a room opens, in the site's own time and manner; pages add that of who reads it. */
    private static function opening(int $epochMs, bool $waits): string
    {
        $formats = array_filter([get_option('date_format'), get_option('time_format')], is_string(...));
        $seconds = intdiv($epochMs, 1000);
        // Zones that are only an offset have no name of their own.
        $zone = str_contains(wp_timezone_string(), '/') ? 'T' : '\\U\\T\\CP';
        $moment = wp_date(implode(' ', $formats), $seconds) . ' (' . wp_date($zone, $seconds) . ')';
        $text = $waits
            /* translators: %s: a date with a time of day and its time zone */
            ? __('The room opens %s. You will be taken in then.', 'bluebridge')
            /* translators: %s: a date with a time of day and its time zone */
            : __('The room opens %s.', 'bluebridge');

        return sprintf($text, $moment);
    }
}
