<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Listener;

use OCA\Bluebridge\Db\DocumentMapper;
use OCA\Bluebridge\Db\DownloadMapper;
use OCA\Bluebridge\Db\InCallMapper;
use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Db\SessionMapper;
use OCA\Bluebridge\Model\MemberKind;
use OCA\Bluebridge\Service\Heirs;
use OCA\Bluebridge\Service\RoomRemoval;
use OCA\Bluebridge\Service\Rooms;
use OCA\Circles\Events\DestroyingCircleEvent;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\Group\Events\GroupDeletedEvent;
use OCP\User\Events\UserDeletedEvent;

/**
 * Clears up after accounts, groups and teams that are gone. A room that somebody else manages goes to them,
 * because others rely on it; one that nobody manages goes with its owner.
 *
 * @implements IEventListener<Event>
 */
final class AccountRemoval implements IEventListener
{
    public function __construct(
        private readonly RoomMapper $mapper,
        private readonly Rooms $rooms,
        private readonly RoomRemoval $removal,
        private readonly Heirs $heirs,
        private readonly MemberMapper $members,
        private readonly DocumentMapper $documents,
        private readonly SessionMapper $sessions,
        private readonly InCallMapper $inCall,
        private readonly DownloadMapper $downloads,
    ) {
    }

    public function handle(Event $event): void
    {
        if ($event instanceof UserDeletedEvent) {
            $this->removeUser($event->getUser()->getUID());
        } elseif ($event instanceof GroupDeletedEvent) {
            $this->members->forgetTarget(MemberKind::Group, $event->getGroup()->getGID());
        } elseif ($event instanceof DestroyingCircleEvent) {
            $this->members->forgetTarget(MemberKind::Team, $event->getCircle()->getSingleId());
        }
    }

    private function removeUser(string $userId): void
    {
        $this->members->forgetTarget(MemberKind::User, $userId);
        $this->documents->forgetOwner($userId);
        $this->sessions->forgetOwner($userId);
        $this->inCall->forgetUser($userId);
        $this->downloads->forgetUser($userId);
        foreach ($this->mapper->ofOwner($userId) as $room) {
            $heir = $this->heirs->of($room);
            if ($heir === null) {
                $this->removal->remove($room);
            } else {
                $this->rooms->inherit($room, $heir);
            }
        }
    }
}
