<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Words;

use DateTime;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\JoinPlanner;
use OCP\IDateTimeFormatter;
use OCP\IL10N;

/**
 * Join plans in words.
 *
 * @phpstan-import-type JoinPlan from JoinPlanner
 */
final class EntryWords
{
    public function __construct(
        private readonly IL10N $l10n,
        private readonly IDateTimeFormatter $dates,
    ) {
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
     * Tells somebody why they are not in yet; nothing where a button says it all.
     *
     * @param JoinPlan $plan
     */
    public function text(array $plan): string
    {
        if ($plan['kind'] === 'start' || $plan['kind'] === 'join') {
            return '';
        }

        return match ($plan['reason']) {
            'not_started' => $this->l10n->t('The room is not open yet. You will be taken in as soon as it opens.'),
            'moderator_absent' => $this->l10n->t(
                'No moderator is in the room at the moment. You will be taken in as soon as one is.',
            ),
            'ending' => $this->l10n->t('The last meeting is just being closed. This takes a few seconds.'),
            'banned' => $this->l10n->t('This room is not open to you. If it should be, please ask whoever gave you its address.'),
            'guests_not_allowed' => $this->l10n->t(
                'This room is not open to guests. If you belong to it, please log in.',
            ),
            'code_required' => $this->l10n->t('Please type the code of this room.'),
            'code_wrong' => $this->l10n->t('That code does not fit. Please check it and try again.'),
            'not_yet_open' => $this->l10n->t('The room opens on %s. You will be taken in then.', [$this->moment($plan['opensAt'] ?? 0)]),
            'closed' => $this->l10n->t('The room is closed now. Please ask whoever leads it when it opens again.'),
            'consent_required', 'consent_declined' => $this->l10n->t(
                'This room may be recorded. You can enter it when you agree to that.',
            ),
            'full' => $this->l10n->t('The room is full. You can join when somebody leaves.'),
            'seats_exhausted' => $this->shortage($plan),
            'would_evict' => $this->l10n->t(
                'There are not enough free seats. If you open the room, the meeting server ends meetings that are beyond their planned end.',
            ),
        };
    }

    /** @param array<string, mixed> $plan */
    private function shortage(array $plan): string
    {
        if (array_key_exists('nextWindow', $plan) && $plan['nextWindow'] === null) {
            return $this->l10n->t('The room wants more seats than there are: please choose fewer in its settings.');
        }
        $window = $plan['nextWindow'] ?? null;
        $from = is_array($window) && is_int($window['from'] ?? null) ? $window['from'] : null;

        return $from === null
            ? $this->l10n->t('All seats of the meeting server are taken. Please try again later.')
            : $this->l10n->t('All seats of the meeting server are taken. There are enough from %s on.', [$this->moment(self::nextMinute($from))]);
    }

    /** Nobody is told to come a minute too early. */
    private static function nextMinute(int $epochMs): int
    {
        return intdiv($epochMs + 59_999, 60_000) * 60_000;
    }

    private function moment(int $epochMs): string
    {
        return $this->dates->formatDateTime(new DateTime('@' . intdiv($epochMs, 1000)), 'long', 'short');
    }
}
