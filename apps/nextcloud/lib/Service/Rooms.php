<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Member;
use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\MemberKind;
use OCA\Bluebridge\Model\Preset;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomSettings;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\SettingLocks;
use OCP\IUser;
use OCP\Security\ISecureRandom;

/** Makes rooms and changes them. */
class Rooms
{
    private const LONGEST_NAME = 256;

    public function __construct(
        private readonly RoomMapper $rooms,
        private readonly MemberMapper $members,
        private readonly RoomTerms $terms,
        private readonly Quotas $quotas,
        private readonly Servers $servers,
        private readonly RoomAccess $access,
        private readonly ISecureRandom $random,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Makes a room.
     *
     * @param string $preset id of a preset; empty for none
     * @param bool $adHoc whether it is for one call only
     * @throws Problem `may_not_create`, `too_many_rooms`, `name_invalid` or `preset_unknown`
     */
    public function create(IUser $owner, string $name, string $preset = '', bool $adHoc = false): Room
    {
        $this->quotas->verify($owner, $adHoc);
        $room = $this->blank($owner->getUID(), $name);
        $room->setAdHoc($adHoc);
        $this->usePreset($room, $owner, $preset);

        return $this->insert($room, $owner);
    }

    /**
     * Changes what a room says.
     *
     * @param array<array-key, mixed>|null $settings all of them, by the names of `SettingTable`; null
     *     leaves them as they are
     * @throws Problem `name_invalid`, `preset_unknown` or `settings_invalid`
     */
    public function change(Room $room, IUser $by, ?string $name, ?string $preset, ?array $settings): Room
    {
        if ($name !== null) {
            $room->setName(self::nameIn($name));
        }
        if ($preset !== null && $preset !== ($room->getPreset() ?? '')) {
            $this->usePreset($room, $by, $preset);
        }
        if ($settings !== null) {
            $this->setSettings($room, $settings);
        }

        return $this->rooms->update($room);
    }

    /**
     * Makes a room that is like another one, with its members and a meeting of its own.
     *
     * @throws Problem `may_not_create`, `too_many_rooms` or `name_invalid`
     */
    public function copy(Room $room, IUser $owner, string $name): Room
    {
        $this->quotas->verify($owner);
        $copy = $this->blank($owner->getUID(), $name === '' ? $room->getName() : $name);
        $copy->setSettings($room->getSettings());
        $copy->setPreset($room->getPreset());
        $copy->setLoginRequired($room->getLoginRequired() === true);
        $copy = $this->insert($copy, $owner);
        foreach ($this->members->ofRoom($room->getId()) as $member) {
            $isOwner = $member->kind() === MemberKind::User && $member->getTarget() === $owner->getUID();
            // People invited by mail would have to be written to again.
            if (!$isOwner && $member->kind() !== MemberKind::Email) {
                $this->addMember($copy, $member->getKind(), $member->getTarget(), $member->role());
            }
        }

        return $copy;
    }

    public function archive(Room $room, bool $isArchived): Room
    {
        $room->setArchivedAt($isArchived ? $this->clock->now() : 0);

        return $this->rooms->update($room);
    }

    /**
     * Gives a room to somebody else; who had it stays as a manager.
     *
     * @param bool $isForced whether an administrator does it, whom quotas do not bind
     * @throws Problem `is_owner`, or those of the quotas of who gets it
     */
    public function transfer(Room $room, IUser $to, bool $isForced = false): Room
    {
        $from = $room->getOwnerId();
        if ($from === $to->getUID()) {
            throw Problem::conflict('is_owner');
        }
        if (!$isForced) {
            $this->quotas->verify($to);
        }
        $membership = $this->members->findTarget($room->getId(), MemberKind::User, $to->getUID());
        if ($membership !== null) {
            $this->members->delete($membership);
        }
        $room->setOwnerId($to->getUID());
        $room = $this->rooms->update($room);
        $this->addMember($room, MemberKind::User->value, $from, Role::Manager);
        $this->access->forget();

        return $room;
    }

    /** Makes somebody the owner, because the owner is gone. */
    public function inherit(Room $room, string $heirId): Room
    {
        $membership = $this->members->findTarget($room->getId(), MemberKind::User, $heirId);
        if ($membership !== null) {
            $this->members->delete($membership);
        }
        $room->setOwnerId($heirId);
        $this->access->forget();

        return $this->rooms->update($room);
    }

    /** @throws Problem `too_many_rooms` when others were made at the same moment */
    private function insert(Room $room, IUser $owner): Room
    {
        $room = $this->rooms->insert($room);
        if ($room->getAdHoc() !== true && !$this->quotas->letsKeep($owner, $room)) {
            $this->rooms->delete($room);
            throw Problem::forbidden('too_many_rooms');
        }

        return $room;
    }

    private function blank(string $ownerId, string $name): Room
    {
        $room = new Room();
        $room->setToken($this->random->generate(24, ISecureRandom::CHAR_ALPHANUMERIC));
        $room->setMeetingId('nc-' . $this->random->generate(40, ISecureRandom::CHAR_LOWER . ISecureRandom::CHAR_DIGITS));
        $room->setOwnerId($ownerId);
        $room->setName(self::nameIn($name));
        $room->setSettings('{}');
        $room->setCreatedAt($this->clock->now());

        return $room;
    }

    /**
     * Gives a room a preset. Who has presets made for their groups takes one of these.
     *
     * @throws Problem `preset_unknown`
     */
    private function usePreset(Room $room, IUser $by, string $id): void
    {
        $offered = $this->quotas->presetsOf($by);
        $ofGroups = array_values(array_filter($offered, static fn (Preset $preset): bool => $preset->groups !== []));
        if ($id === '' && $ofGroups === []) {
            $room->setPreset(null);

            return;
        }
        foreach ($ofGroups === [] ? $offered : $ofGroups as $preset) {
            if ($preset->id === $id || $id === '') {
                $room->setPreset($preset->id);
                $this->setSettings($room, $preset->settings + $this->terms->settingsOf($room));

                return;
            }
        }
        throw Problem::invalid('preset_unknown');
    }

    /**
     * @param array<array-key, mixed> $settings
     * @throws Problem `settings_invalid`
     */
    private function setSettings(Room $room, array $settings): void
    {
        $locks = $this->terms->locksOf($room);
        $check = RoomSettings::check($settings, $this->servers->capabilitiesOf($room), $locks);
        $violations = $check['violations'];
        $most = $this->terms->mostPeopleIn($room);
        if ($most > 0 && ($check['accepted']['maxParticipants'] ?? 0) > $most) {
            $violations[] = ['path' => 'maxParticipants', 'rule' => 'max', 'allowed' => (string) $most];
        }
        if ($violations !== []) {
            throw Problem::settings($violations);
        }
        // What is locked is not the room's own: it holds again when the lock is gone.
        $own = array_diff_key($check['accepted'], SettingLocks::effective($locks), ['name' => true]);
        $room->setSettings(json_encode((object) $own, JSON_THROW_ON_ERROR));
    }

    private function addMember(Room $room, string $kind, string $target, Role $role): void
    {
        $member = new Member();
        $member->setRoomId($room->getId());
        $member->setKind($kind);
        $member->setTarget($target);
        $member->setRole($role->value);
        $member->setCreatedAt($this->clock->now());
        $this->members->insert($member);
    }

    /** @throws Problem `name_invalid` */
    private static function nameIn(string $name): string
    {
        $name = trim($name);
        $isLine = preg_match('/^[^\p{Cc}\p{Cs}]+$/uD', $name) === 1;
        if (!$isLine || mb_strlen($name) < 2 || mb_strlen($name) > self::LONGEST_NAME) {
            throw Problem::invalid('name_invalid');
        }

        return $name;
    }
}
