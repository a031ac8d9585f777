<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use DateTime;
use OCA\Bluebridge\Clock;
use OCP\IDateTimeFormatter;
use OCP\IL10N;

/** Seats and the end of meetings in words. */
class SeatWords
{
    private const MINUTE = 60_000;

    private const DAY = 24 * 60 * self::MINUTE;

    public function __construct(
        private readonly IL10N $l10n,
        private readonly IDateTimeFormatter $dates,
        private readonly Clock $clock,
    ) {
    }

    /** Says what opening a room takes. */
    public function wish(Wish $wish): string
    {
        return $this->l10n->n(
            'Opening the room reserves %n seat for %s.',
            'Opening the room reserves %n seats for %s.',
            $wish->seats,
            [$this->length($wish->minutes)],
        );
    }

    public function free(int $free): string
    {
        return $free <= 0
            ? $this->l10n->t('All seats are taken at the moment.')
            : $this->l10n->n('%n seat is free at the moment.', '%n seats are free at the moment.', $free);
    }

    /** Says how many of the seats that a meeting or an account has are taken. */
    public function taken(int $taken, int $total): string
    {
        return $this->l10n->t('%1$s of %2$s seats are taken.', [$taken, $total]);
    }

    /** Says who has seats, how many, and until when. */
    public function holder(Holder $holder): string
    {
        return $holder->isOvertime
            ? $this->l10n->n('%s · %n seat · beyond its time', '%s · %n seats · beyond its time', $holder->seats, [$holder->name])
            : $this->l10n->n(
                '%1$s · %n seat · until %2$s',
                '%1$s · %n seats · until %2$s',
                $holder->seats,
                [$holder->name, $this->moment($holder->until)],
            );
    }

    /** Says when a meeting ends. */
    public function plannedEnd(int $plannedEndAt): string
    {
        $left = intdiv($plannedEndAt - $this->clock->now() + self::MINUTE - 1, self::MINUTE);

        return $left <= 0
            ? $this->l10n->t('The planned end is over: the meeting ends soon.')
            : $this->l10n->n('Planned end %s, in %n minute', 'Planned end %s, in %n minutes', $left, [$this->moment($plannedEndAt)]);
    }

    public function extend(int $minutes): string
    {
        return $this->l10n->n('Extend by %n minute', 'Extend by %n minutes', $minutes);
    }

    public function extended(int $plannedEndAt): string
    {
        return $this->l10n->t('The meeting goes on until %s.', [$this->moment($plannedEndAt)]);
    }

    /** Writes a moment of the next or last hours as a time of day, any other with its date. */
    public function moment(int $epochMs): string
    {
        $at = new DateTime('@' . intdiv($epochMs + 59_999, self::MINUTE) * 60);
        $isNear = abs($epochMs - $this->clock->now()) < self::DAY / 2;

        return $isNear ? $this->dates->formatTime($at, 'short') : $this->dates->formatDateTime($at, 'medium', 'short');
    }

    /** Puts a length of time into words, such as "2 hours" or "90 minutes". */
    private function length(int $minutes): string
    {
        return $minutes % 60 === 0 && $minutes > 0
            ? $this->l10n->n('%n hour', '%n hours', intdiv($minutes, 60))
            : $this->l10n->n('%n minute', '%n minutes', $minutes);
    }
}
