<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Meeting;

use OCA\Bluebridge\Callback\ReadyAddress;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Document\RoomDocuments;
use OCA\Bluebridge\Event\MeetingOpened;
use OCA\Bluebridge\Hooks\EndAddress;
use OCA\Bluebridge\Seats\EndedByPerson;
use OCA\Bluebridge\Seats\Reservations;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Service\RoomTerms;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\JoinPlanner;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\MeetingState;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Participant;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomCalls;
use OCP\EventDispatcher\IEventDispatcher;

/**
 * Connects rooms with the meetings on the server.
 *
 * @phpstan-import-type JoinPlan from JoinPlanner
 * @phpstan-import-type Info from Snapshot
 * @phpstan-import-type Chosen from RoomDocuments
 */
class Meetings
{
    public function __construct(
        private readonly Servers $servers,
        private readonly MeetingInfos $infos,
        private readonly RoomTerms $terms,
        private readonly RoomMapper $rooms,
        private readonly RoomDocuments $documents,
        private readonly Reservations $seats,
        private readonly EndedByPerson $endedByPerson,
        private readonly EndAddress $endAddress,
        private readonly ReadyAddress $readyAddress,
        private readonly IEventDispatcher $events,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Plans how somebody may enter, without entering.
     *
     * @param Info|null $info what is known of the meeting; null for none
     * @return JoinPlan
     */
    public function plan(Room $room, Participant $participant, ?array $info): array
    {
        if ($room->getArchivedAt() > 0) {
            return ['kind' => 'refuse', 'reason' => 'closed'];
        }

        $now = $this->clock->now();
        $plan = JoinPlanner::plan($this->terms->of($room), $participant, MeetingState::fromInfo($info), $now);
        $verdict = $plan['kind'] === 'start' ? $this->seats->verdict($room) : null;

        return $verdict === null ? $plan : JoinPlanner::plan($this->terms->of($room), $participant, MeetingState::absent($verdict), $now);
    }

    /**
     * Lets somebody enter, opening the room if they may.
     *
     * @param bool $mayStart whether they pressed a button; waiting alone never opens a room
     * @param string $leaveUrl where their browser goes after the meeting
     * @param list<string> $evicts meetings beyond their time that they agreed to end
     * @throws BbbException when the server fails
     */
    public function enter(Room $room, Participant $participant, bool $mayStart, string $leaveUrl, array $evicts = []): Entry
    {
        try {
            return $this->tryToEnter($room, $participant, $mayStart, $leaveUrl, $evicts);
        } catch (BbbException $error) {
            // Somebody else opened or closed the room between our look and our step: look once more.
            if ($error->error !== BbbError::IdNotUnique) {
                throw $error;
            }
            $this->infos->askAnew($room->getMeetingId());

            return $this->tryToEnter($room, $participant, $mayStart, $leaveUrl, $evicts);
        }
    }

    /**
     * Opens the room for somebody who does not enter it now.
     *
     * @param list<string> $evicts meetings beyond their time that they agreed to end
     * @param list<Chosen> $shown files that this meeting shows; where it runs by now, they are sent into it
     * @return JoinPlan how they may enter then, or why the room was not opened
     * @throws BbbException when the server fails
     */
    public function open(Room $room, Participant $participant, string $leaveUrl, array $evicts = [], array $shown = []): array
    {
        $participant = self::consenting($participant);
        $plan = $this->plan($room, $participant, $this->infos->atDoor($room->getMeetingId()));
        if ($plan['kind'] !== 'start' && !self::agrees($plan, $evicts)) {
            if ($plan['kind'] === 'join' && $shown !== []) {
                $this->documents->send($room, $shown);
            }

            return $plan;
        }
        $created = $this->create($room, $participant, $leaveUrl, $evicts, $shown);

        if (is_array($created)) {
            return $created;
        }
        $plan = $this->startOf($room, $participant, $plan);

        return $plan['kind'] === 'start' ? ['kind' => 'join'] + $plan : $plan;
    }

    /**
     * Ends the room's meeting for everybody.
     *
     * @throws BbbException when the server fails; `meeting_not_found` when there is none
     */
    public function end(Room $room): void
    {
        $this->servers->clientOf($room->getMeetingId())->call('end', ['meetingID' => $room->getMeetingId()]);
        $this->infos->ended($room->getMeetingId());
        $this->endedByPerson->note($room->getId());
    }

    /**
     * Writes into the chat of the room's meeting.
     *
     * @throws BbbException when the server fails, or cannot do that
     */
    public function tell(Room $room, string $text, string $from): void
    {
        $this->servers->clientOf($room->getMeetingId())->call('sendChatMessage', [
            'meetingID' => $room->getMeetingId(),
            'message' => $text,
            'userName' => $from,
        ]);
    }

    /** @param list<string> $evicts */
    private function tryToEnter(Room $room, Participant $participant, bool $mayStart, string $leaveUrl, array $evicts): Entry
    {
        $info = $this->infos->atDoor($room->getMeetingId());
        $plan = $this->plan($room, $participant, $info);
        $createTime = $plan['kind'] === 'join' ? $info['createTime'] ?? null : null;
        if ($mayStart && ($plan['kind'] === 'start' || self::agrees($plan, $evicts))) {
            $created = $this->create($room, $participant, $leaveUrl, $evicts);
            if (is_array($created)) {
                return Entry::stay($created);
            }
            $createTime = $created;
            $plan = $this->startOf($room, $participant, $plan);
        }
        if ($createTime === null || !isset($plan['role'])) {
            return Entry::stay($plan);
        }
        $params = RoomCalls::joinParams($this->terms->of($room), $participant, $plan['role'], $createTime, $plan['guest'] ?? false);
        $url = $this->servers->clientOf($room->getMeetingId())->joinUrl($params + ['logoutURL' => $leaveUrl]);
        $this->infos->entered($room->getMeetingId());

        return Entry::go($url);
    }

    /** Nobody is recorded by opening a room: they are asked whether they agree when they enter. */
    private static function consenting(Participant $each): Participant
    {
        return new Participant($each->userID, $each->fullName, $each->isModerator, $each->isGuest, $each->isBanned, $each->code, 'given', $each->confirmsEviction);
    }

    /**
     * @param list<string> $evicts
     * @param list<Chosen> $shown
     * @return int|JoinPlan the meeting's `createTime`, or a plan when there are no seats for it
     */
    private function create(Room $room, Participant $participant, string $leaveUrl, array $evicts, array $shown = []): int|array
    {
        $this->servers->settle($room);
        $params = RoomCalls::createParams($this->terms->of($room), $this->servers->capabilitiesOf($room), $this->seats->defaults($room));
        $params += ['logoutURL' => $leaveUrl] + $this->endAddress->params($room) + $this->readyAddress->params($room, $params);
        $documents = $this->documents->ofStart($room, $shown);
        $body = $documents === [] ? null : ['presentation' => $documents];
        $place = $this->seats->take($room, $participant, $params, $evicts);
        if (is_array($place)) {
            return $place;
        }
        try {
            $reply = $this->servers->clientOf($room->getMeetingId())->call('create', $params, $body);
        } catch (BbbException $error) {
            return $this->seats->failed($place, $error) ?? throw $error;
        }
        $this->seats->opened($place, $reply);
        $createTime = is_int($reply['createTime'] ?? null) ? $reply['createTime'] : 0;
        $maxUsers = is_int($params['maxParticipants'] ?? null) ? $params['maxParticipants'] : 0;
        $this->infos->opened($room->getMeetingId(), $createTime, $maxUsers);
        $room->setOpenedAt($this->clock->now());
        $this->rooms->update($room);
        $this->events->dispatchTyped(new MeetingOpened($room));

        return $createTime;
    }

    /**
     * Tells whether somebody is refused only for want of a consent that they give.
     *
     * @param JoinPlan $plan
     * @param list<string> $evicts
     */
    private static function agrees(array $plan, array $evicts): bool
    {
        return $evicts !== [] && ($plan['reason'] ?? '') === 'would_evict';
    }

    /**
     * @param JoinPlan $plan
     * @return JoinPlan the same without regard to seats, which were found
     */
    private function startOf(Room $room, Participant $participant, array $plan): array
    {
        return $plan['kind'] === 'start'
            ? $plan
            : JoinPlanner::plan($this->terms->of($room), $participant, MeetingState::absent(), $this->clock->now());
    }
}
