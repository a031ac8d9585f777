<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Seats;

use OCA\Bluebridge\Seats\NewMeeting;
use OCA\Bluebridge\Seats\PlannedMeeting;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCP\IDBConnection;

/** A ledger in which somebody else gets seats in the moment between a decision and its writing. */
final class RivalMeetings extends PlannedMeetings
{
    /** How often the rival was first. */
    public int $won = 0;

    public function __construct(IDBConnection $db, private readonly int $seats)
    {
        parent::__construct($db);
    }

    public function add(string $account, int $turn, NewMeeting $meeting): ?PlannedMeeting
    {
        if ($this->won === 0) {
            $rival = new NewMeeting(999_999, 'nc-rival', '', $meeting->openedAt, $meeting->plannedEndAt, $this->seats);
            $this->won += parent::add($account, $turn, $rival) === null ? 0 : 1;
        }

        return parent::add($account, $turn, $meeting);
    }
}
