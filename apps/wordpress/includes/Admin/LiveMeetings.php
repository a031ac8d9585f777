<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Admin;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Meetings\MeetingInfos;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Meetings\Snapshot;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbError;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;

/** The meetings that run in rooms of this site. */
final class LiveMeetings
{
    /** Meetings in one question to the database. */
    private const AT_ONCE = 100;

    private const LATELY = 10 * 60_000;

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly Servers $servers,
        private readonly MeetingWatches $watches,
        private readonly MeetingInfos $infos,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Tells what is known, without asking any server: the meetings whose rooms the current user leads,
     * the longest first.
     *
     * @return list<LiveMeeting>
     */
    public function known(): array
    {
        $leads = static fn (LiveMeeting $meeting): bool => current_user_can(Rights::LEAD, $meeting->room->id);

        return array_values(array_filter($this->all(), $leads));
    }

    /**
     * Tells what is known of all rooms of the site.
     *
     * @return list<LiveMeeting>
     */
    public function all(): array
    {
        $meetings = [];
        foreach ($this->watches->live(self::AT_ONCE) as $watch) {
            $info = Snapshot::read($watch->snapshot);
            $room = $this->rooms->ofMeeting($watch->meetingID);
            if ($room !== null && $info !== null && ($info['hasBeenForciblyEnded'] ?? null) !== true) {
                $meetings[] = new LiveMeeting($room, $info, max($watch->answeredAt, $watch->changedAt));
            }
        }
        usort($meetings, static fn (LiveMeeting $one, LiveMeeting $other): int => $one->info['createTime'] <=> $other->info['createTime']);

        return $meetings;
    }

    /** Asks about the meetings whose rooms the current user leads, each as often as for everybody who looks on. */
    public function lookOn(): void
    {
        foreach ($this->known() as $meeting) {
            if ($this->infos->lookOn($meeting->room->meetingID, false)->outcome->failure !== null) {
                // A server in trouble is not waited for again and again.
                return;
            }
        }
    }

    /**
     * Tells which meetings ran on a server when it was last heard of, a few minutes ago at the most.
     *
     * @return list<LiveMeeting>
     */
    public function lately(string $server): array
    {
        $since = $this->clock->now() - self::LATELY;
        $isThere = fn (LiveMeeting $meeting): bool => $meeting->knownAt > $since
            && $this->servers->serverOf($meeting->room->meetingID) === $server;

        return array_values(array_filter($this->all(), $isThere));
    }

    /**
     * Asks every server for its meetings, and notes what they say of this site's rooms.
     *
     * @return BbbError|null the failure of a server that did not answer
     */
    public function lookAgain(): ?BbbError
    {
        $failure = null;
        foreach ($this->servers->ids() as $server) {
            $now = $this->clock->now();
            try {
                $reply = $this->servers->client(server: $server)->call('getMeetings');
                $this->note($server, is_array($reply['meetings'] ?? null) ? $reply['meetings'] : [], $now);
            } catch (BbbException $error) {
                $failure ??= $error->error;
            }
        }

        return $failure;
    }

    /** @param array<array-key, mixed> $meetings as `getMeetings` lists them, those of others among them */
    private function note(string $server, array $meetings, int $now): void
    {
        $found = [];
        foreach ($meetings as $meeting) {
            $meetingID = is_array($meeting) ? $meeting['meetingID'] ?? null : null;
            if (is_string($meetingID) && $this->rooms->ofMeeting($meetingID) !== null) {
                /** @var array<string, mixed> $meeting */
                $found[$meetingID] = $meeting;
            }
        }
        $gone = array_diff(array_column($this->watches->live(self::AT_ONCE), 'meetingID'), array_map(strval(...), array_keys($found)));
        foreach ($gone as $meetingID) {
            if ($this->servers->serverOf($meetingID) === $server) {
                $found[$meetingID] = null;
            }
        }
        foreach ($found as $meetingID => $meeting) {
            $meetingID = (string) $meetingID;
            if ($this->watches->claim($this->watches->read($meetingID), $now)) {
                $this->watches->answer($meetingID, $now, Snapshot::of($meeting));
            }
        }
    }
}
