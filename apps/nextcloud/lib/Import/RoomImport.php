<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Import;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Link;
use OCA\Bluebridge\Db\LinkMapper;
use OCA\Bluebridge\Db\Member;
use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Service\Codes;
use OCA\Bluebridge\Settings\PresetCheck;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomSettings;
use OCP\IGroupManager;
use OCP\IUserManager;
use OCP\Security\ISecureRandom;

/**
 * Makes rooms of those of the app "BigBlueButton" (cloud_bbb). They keep what servers know them by, so
 * their recordings stay, and the ends of their addresses, so old links can be led to the new ones.
 * Nothing of the old app is changed, and a room that was imported is not imported again.
 *
 * @phpstan-type Row array{uid: string, name: string, outcome: 'new'|'known'|'left out', notes: list<string>}
 */
class RoomImport
{
    /** It becomes part of addresses, and must be hard to guess. */
    private const HARD_TO_GUESS = '/^[A-Za-z0-9]{12,32}$/D';

    public function __construct(
        private readonly OldTables $old,
        private readonly RoomMapper $rooms,
        private readonly MemberMapper $members,
        private readonly LinkMapper $links,
        private readonly Codes $codes,
        private readonly IUserManager $users,
        private readonly IGroupManager $groups,
        private readonly ISecureRandom $random,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Imports every room, or only tells what would come of it.
     *
     * @return list<Row>
     */
    public function run(bool $isDry): array
    {
        $rows = [];
        foreach ($this->old->rooms() as $old) {
            $outcome = match (true) {
                $this->rooms->findByMeeting($old->uid) !== null => 'known',
                !$this->users->userExists($old->ownerId) => 'left out',
                default => 'new',
            };
            $notes = $outcome === 'left out' ? ["There is no account {$old->ownerId}."] : [];
            if ($outcome === 'new') {
                [$room, $notes, $isOpen] = $this->roomOf($old);
                if (!$isDry) {
                    $this->keep($room, $old, $isOpen);
                }
            }
            $rows[] = ['uid' => $old->uid, 'name' => $old->name, 'outcome' => $outcome, 'notes' => $notes];
        }

        return $rows;
    }

    /** @return array{Room, list<string>, bool} the room, what a person should know of it, and whether it lets guests in */
    private function roomOf(OldRoom $old): array
    {
        $isSafe = preg_match(self::HARD_TO_GUESS, $old->uid) === 1;
        $check = RoomSettings::check($old->settings, PresetCheck::everything());
        $room = new Room();
        $room->setToken($isSafe ? $old->uid : $this->random->generate(24, ISecureRandom::CHAR_ALPHANUMERIC));
        $room->setMeetingId($old->uid);
        $room->setOwnerId($old->ownerId);
        $room->setName(mb_substr(str_pad(trim($old->name), 2, '.'), 0, 256));
        $room->setLoginRequired($old->wantsLogin());
        $room->setCreatedAt($this->clock->now());
        // It was used there; the nightly look at recordings passes over rooms that were never opened.
        $room->setOpenedAt($this->clock->now());
        $notes = [
            $isSafe ? null : 'Its old address is too easy to guess; it gets a new one.',
            $check['violations'] === [] ? null : 'Left out, because it does not fit: ' . implode(', ', array_column($check['violations'], 'path')) . '.',
            $old->access === 'waiting_room_all' ? 'Guests wait to be let in; members come in at once.' : null,
            $old->hasPresentation ? 'Its presentation has to be added again.' : null,
        ];
        $settings = $check['accepted'];
        try {
            $room->setViewerCode($old->password === '' ? null : $this->codes->hash($old->password));
        } catch (Problem) {
            // Without its code the room would be open to all.
            $settings['guestsAllowed'] = false;
            $notes[] = 'Its password is too short: guests stay out until it gets a code.';
        }
        $room->setSettings(json_encode((object) $settings, JSON_THROW_ON_ERROR));
        $isOpen = ($settings['guestsAllowed'] ?? false) === true;
        if ($old->moderatorToken !== '' && !$isOpen) {
            $notes[] = 'The link of its moderators is left out: it would let in people without an account.';
        }

        return [$room, array_values(array_filter($notes, is_string(...))), $isOpen];
    }

    private function keep(Room $room, OldRoom $old, bool $isOpen): void
    {
        $room = $this->rooms->insert($room);
        foreach ($old->members as ['kind' => $kind, 'target' => $target, 'role' => $role]) {
            $isThere = match ($kind) {
                'user' => $target !== $old->ownerId && $this->users->userExists($target),
                'group' => $this->groups->groupExists($target),
                default => $target !== '',
            };
            if ($isThere) {
                $member = new Member();
                $member->setRoomId($room->getId());
                $member->setKind($kind);
                $member->setTarget($target);
                $member->setRole($role);
                $member->setCreatedAt($this->clock->now());
                $this->members->insert($member);
            }
        }
        // There, that link stood for no account and no share; here, a personal link stands for both.
        if ($isOpen && preg_match(self::HARD_TO_GUESS, $old->moderatorToken) === 1 && $this->links->findBySecret($old->moderatorToken) === null) {
            $link = new Link();
            $link->setRoomId($room->getId());
            $link->setSecretHash(LinkMapper::hash($old->moderatorToken));
            $link->setRole('moderator');
            $link->setName('cloud_bbb');
            $link->setCreatedAt($this->clock->now());
            $this->links->insert($link);
        }
    }
}
