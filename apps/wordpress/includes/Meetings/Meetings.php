<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Meetings;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Policies\CreateBounds;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbError;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\JoinPlanner;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\MeetingState;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomCalls;

/**
 * Connects rooms with the meetings on the server.
 *
 * @phpstan-import-type JoinPlan from JoinPlanner
 * @phpstan-import-type Info from Snapshot
 */
final class Meetings
{
    /** What everybody is told while somebody else has the room opened. */
    private const BEING_OPENED = ['kind' => 'wait', 'reason' => 'not_started'];

    public function __construct(
        private readonly Servers $servers,
        private readonly MeetingInfos $infos,
        private readonly Clock $clock,
        private readonly ?MeetingDocuments $documents = null,
        private readonly ?Places $places = null,
        private readonly OpeningTrouble $trouble = new OpeningTrouble(),
        private readonly Openings $openings = new Openings(),
    ) {
    }

    /**
     * Plans how somebody may enter, without entering.
     *
     * @param Info|null $info what is known of the meeting; null for none
     * @param bool $waits whether they are on a page that takes them in: it goes on while the room is opened
     * @return JoinPlan
     */
    public function plan(StoredRoom $room, Participant $participant, ?array $info, bool $waits = false): array
    {
        $now = $this->clock->now();
        $plan = JoinPlanner::plan($room->forMeetings(), $participant, MeetingState::fromInfo($info), $now);
        if ($waits && $plan['kind'] === 'start' && $this->openings->isUnderWay($room->id, $now)) {
            return self::BEING_OPENED;
        }
        $verdict = $plan['kind'] === 'start' ? $this->places?->verdict($room) : null;

        return $verdict === null
            ? $plan
            : JoinPlanner::plan($room->forMeetings(), $participant, MeetingState::absent($verdict), $now);
    }

    /**
     * Lets somebody enter, opening the room if they may.
     *
     * @param bool $mayStart whether they pressed a button; waiting alone never opens a room
     * @param string $leaveUrl where their browser goes after the meeting
     * @param list<string> $evicts meetings beyond their time that they agreed to end
     * @throws BbbException when the server fails
     */
    public function enter(StoredRoom $room, Participant $participant, bool $mayStart, string $leaveUrl, array $evicts = []): Entry
    {
        try {
            return $this->tryToEnter($room, $participant, $mayStart, $leaveUrl, $evicts);
        } catch (BbbException $error) {
            // Somebody else opened or closed the room between our look and our step: look once more.
            if ($error->error !== BbbError::IdNotUnique) {
                throw $error;
            }
            $this->infos->askAnew($room->meetingID);

            return $this->tryToEnter($room, $participant, $mayStart, $leaveUrl, $evicts);
        }
    }

    /**
     * Opens the room for somebody who does not enter it now.
     *
     * @return JoinPlan how they may enter then, or why the room was not opened
     * @throws BbbException when the server fails
     */
    public function open(StoredRoom $room, Participant $participant, string $leaveUrl): array
    {
        $plan = $this->plan($room, $participant, $this->infos->atDoor($room->meetingID));
        if ($plan['kind'] !== 'start') {
            return $plan;
        }
        $created = $this->create($room, $participant, $leaveUrl, []);

        return is_array($created) ? $created : ['kind' => 'join'] + $plan;
    }

    /** @param list<string> $evicts */
    private function tryToEnter(StoredRoom $room, Participant $participant, bool $mayStart, string $leaveUrl, array $evicts): Entry
    {
        $info = $this->infos->atDoor($room->meetingID);
        $plan = $this->plan($room, $participant, $info);
        $createTime = $plan['kind'] === 'join' ? $info['createTime'] ?? null : null;
        $agrees = $evicts !== [] && ($plan['reason'] ?? '') === 'would_evict';
        if ($mayStart && ($plan['kind'] === 'start' || $agrees)) {
            $created = $this->create($room, $participant, $leaveUrl, $evicts);
            if (is_array($created)) {
                return Entry::stay($created);
            }
            $createTime = $created;
            // They were refused only for want of their consent.
            $plan = $agrees ? JoinPlanner::plan($room->forMeetings(), $participant, MeetingState::absent(), $this->clock->now()) : $plan;
        }
        if ($createTime === null || !isset($plan['role'])) {
            return Entry::stay($plan);
        }
        $params = RoomCalls::joinParams($room->forMeetings(), $participant, $plan['role'], $createTime, $plan['guest'] ?? false);
        $url = $this->servers->clientOf($room->meetingID)->joinUrl($params + ['logoutURL' => $leaveUrl]);
        $this->infos->entered($room->meetingID);

        return Entry::go($url);
    }

    /**
     * @param list<string> $evicts
     * @return int|JoinPlan the meeting's `createTime`, or a plan when there is no place for it or somebody
     *     else opens it now
     * @throws BbbException when the server fails, or has failed a moment ago
     */
    private function create(StoredRoom $room, Participant $participant, string $leaveUrl, array $evicts): int|array
    {
        if (!$this->openings->begin($room->id, $this->clock->now())) {
            return self::BEING_OPENED;
        }
        try {
            $this->trouble->throwAgain($room->id, $this->clock->now());

            return $this->createNow($room, $participant, $leaveUrl, $evicts);
        } finally {
            $this->openings->end($room->id);
        }
    }

    /**
     * @param list<string> $evicts
     * @return int|JoinPlan
     * @throws BbbException
     */
    private function createNow(StoredRoom $room, Participant $participant, string $leaveUrl, array $evicts): int|array
    {
        $defaults = $this->places?->defaults($room) ?? [];
        $params = RoomCalls::createParams($room->forMeetings(), $this->servers->capabilitiesOf($room->meetingID), $defaults);
        /**
         * Filters what `create` says about a meeting that is about to be opened.
         *
         * @param array<string, string|int|bool|list<string>> $params by the names of the BigBlueButton API
         * @param int $roomId
         */
        $params = (array) apply_filters('bluebridge_create_params', $params + ['logoutURL' => $leaveUrl], $room->id);
        $params = CreateBounds::on($params);
        $place = $this->places?->take($room, $participant, $params, $evicts);
        if (is_array($place)) {
            return $place;
        }
        try {
            $reply = $this->servers->clientOf($room->meetingID)->call('create', $params, $this->bodyOf($room));
        } catch (BbbException $error) {
            $refusal = $place === null ? null : $this->places?->failed($place, $error);
            if ($refusal !== null) {
                return $refusal;
            }
            $this->trouble->note($room->id, $error, $this->clock->now());
            throw $error;
        }
        if ($place !== null) {
            $this->places?->opened($place, $reply);
        }
        $createTime = is_int($reply['createTime'] ?? null) ? $reply['createTime'] : 0;
        $maxUsers = is_int($params['maxParticipants'] ?? null) ? $params['maxParticipants'] : 0;
        $this->infos->opened($room->meetingID, $createTime, $maxUsers);
        /**
         * Fires when a meeting was opened in a room.
         *
         * @param int $roomId
         */
        do_action('bluebridge_meeting_opened', $room->id);

        return $createTime;
    }

    /** @return array{presentation: non-empty-list<array<string, mixed>>}|null */
    private function bodyOf(StoredRoom $room): ?array
    {
        $documents = $this->documents?->of($room) ?? [];

        return $documents === [] ? null : ['presentation' => $documents];
    }
}
