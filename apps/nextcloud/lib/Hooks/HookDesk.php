<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Hooks;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Push\RoomPush;
use OCA\Bluebridge\Schedule\DueMeetings;
use OCA\Bluebridge\Schedule\MeetingLook;
use OCA\Bluebridge\Schedule\Moments;
use OCA\Bluebridge\Seats\Account;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCP\IURLGenerator;

/** Lets meeting servers tell us what happens in meetings, where they can, so that they are asked less. */
class HookDesk
{
    /** What pages and seats go by. */
    private const WANTED = 'meeting-created,meeting-ended,user-joined,user-left';

    private const MINUTE = 60_000;

    private const SURELY_OVER_AFTER = 12 * 60 * self::MINUTE;

    private const LOOK_AGAIN_AFTER = 6 * 60 * self::MINUTE;

    private const SERVER_BACK = 5 * self::MINUTE;

    /** A server without the service for hooks is left alone for a while. */
    private const AFTER_REFUSAL = 60 * self::MINUTE;

    private const REFUSALS = [
        BbbError::NotSupported,
        BbbError::BadReply,
        BbbError::ChecksumRejected,
        BbbError::AccessDenied,
        BbbError::ServerRefused,
    ];

    public function __construct(
        private readonly Accounts $accounts,
        private readonly Hooks $hooks,
        private readonly MeetingWatches $watches,
        private readonly PlannedMeetings $planned,
        private readonly DueMeetings $due,
        private readonly Moments $moments,
        private readonly Reach $reach,
        private readonly RoomPush $push,
        private readonly IURLGenerator $urls,
        private readonly Clock $clock,
    ) {
    }

    /** Gives the address of a token, exactly as servers are given it. */
    public function urlOf(string $token): string
    {
        return $this->urls->linkToRouteAbsolute('bluebridge.hooks.events', ['token' => $token]);
    }

    /**
     * Registers an address for the events of a room's meeting that was just opened. Throws nothing:
     * asking works without.
     */
    public function register(Room $room): void
    {
        $account = $this->accounts->of($room->getMeetingId());
        $now = $this->clock->now();
        $pause = "hook_refused_{$account->key}";
        if (!$this->isPossible($account) || $this->moments->last($pause) > $now - self::AFTER_REFUSAL) {
            return;
        }
        $earlier = $this->hooks->ofMeeting($room->getMeetingId());
        foreach ($earlier as $hook) {
            if ($hook->hookID !== '' && $hook->registeredAt > $now - self::MINUTE && $hook->removeAt > $now) {
                // Two opened the room at once.
                return;
            }
            // Some servers serve only one hook of a meeting, so the old ones must go.
            $this->hooks->removeFrom($hook->id, $now);
        }
        // Letters and digits only: some servers write addresses anew.
        $token = bin2hex(random_bytes(32));
        $id = $this->hooks->plan($account->key, $room->getId(), $room->getMeetingId(), $token, $now, $now + self::SURELY_OVER_AFTER);
        try {
            $reply = $account->client()->call('hooks/create', [
                'callbackURL' => $this->urlOf($token),
                'meetingID' => $room->getMeetingId(),
                'eventID' => self::WANTED,
                'getRaw' => false,
            ]);
            $this->hooks->name($id, is_string($reply['hookID'] ?? null) ? $reply['hookID'] : '');
        } catch (BbbException $error) {
            if (in_array($error->error, self::REFUSALS, true)) {
                $this->moments->note($pause, $now);
            }
            // After a lost answer it may be there: whoever removes it finds it by its address.
            $this->hooks->removeFrom($id, $now);
        }
    }

    /** Has the addresses of a meeting removed soon; from now on it is asked about as usual. */
    public function remove(string $meetingID): void
    {
        foreach ($this->hooks->ofMeeting($meetingID) as $hook) {
            $this->hooks->removeFrom($hook->id, $this->clock->now());
        }
        $this->watches->silence($meetingID);
    }

    /** Notes that something happened in a meeting, because its server said so. */
    public function heard(int $roomId, string $meetingID, bool $isOver): void
    {
        $now = $this->clock->now();
        $this->watches->heard($meetingID, $now);
        // Pages that wait to be told ask now, and one of them has the server asked.
        $this->push->changed($meetingID);
        $meeting = $isOver ? $this->planned->openIn($roomId) : null;
        if ($meeting !== null) {
            // The schedule looks whether that is so, and has the address removed.
            $this->due->hasten($meeting->id, $now);
        }
    }

    /** Removes at the servers what is to be removed. */
    public function removeDue(): void
    {
        $now = $this->clock->now();
        foreach ($this->hooks->takeDue($now, $now + self::SERVER_BACK) as $hook) {
            try {
                $this->removeOne($hook, $now);
            } catch (BbbException $error) {
                if (in_array($error->error, self::REFUSALS, true)) {
                    $this->hooks->forget($hook->id);
                }
            }
        }
    }

    /** Tells whether the server is given addresses of ours. */
    public function isPossible(Account $account): bool
    {
        return $account->server->hasCall('hooks/create') && $this->reach->reachesUs($account->settings->endpoint);
    }

    private function removeOne(Hook $hook, int $now): void
    {
        $account = $this->accounts->named($hook->account);
        if ($account !== null) {
            if ($this->isStillNeeded($account, $hook)) {
                $this->hooks->keepUntil($hook->id, $now + self::LOOK_AGAIN_AFTER);

                return;
            }
            foreach ($this->hookIDsOf($account, $hook) as $hookID) {
                $account->client()->call('hooks/destroy', ['hookID' => $hookID]);
            }
        }
        $this->hooks->forget($hook->id);
    }

    private function isStillNeeded(Account $account, Hook $hook): bool
    {
        $all = $this->hooks->ofMeeting($hook->meetingID);
        if ($hook->hookID === '' || end($all) === false || end($all)->id !== $hook->id) {
            return false;
        }
        $info = MeetingLook::read($account, $hook->meetingID);

        return $info !== null && ($info['hasBeenForciblyEnded'] ?? null) !== true;
    }

    /**
     * Finds the names of a hook whose registration was never answered, by its address.
     *
     * @return list<string>
     */
    private function hookIDsOf(Account $account, Hook $hook): array
    {
        if ($hook->hookID !== '') {
            return [$hook->hookID];
        }
        $reply = $account->client()->call('hooks/list', ['meetingID' => $hook->meetingID]);
        $found = [];
        foreach (is_array($reply['hooks'] ?? null) ? $reply['hooks'] : [] as $listed) {
            $url = is_array($listed) && is_string($listed['callbackURL'] ?? null) ? $listed['callbackURL'] : '';
            $token = preg_match('/[0-9a-f]{64}/', $url, $matches) === 1 ? $matches[0] : '';
            $isOurs = hash_equals($hook->tokenHash, Hooks::hashOf($token));
            if ($isOurs && is_array($listed) && is_string($listed['hookID'] ?? null)) {
                $found[] = $listed['hookID'];
            }
        }

        return $found;
    }
}
