<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Preset;
use OCP\IAppConfig;
use OCP\IGroupManager;
use OCP\IUser;

/**
 * Who may make rooms, and how many. An administrator says it for groups; who is in several has the
 * most any of them allows, who is in none of them what is said for everybody else.
 */
class Quotas
{
    /** Numbers by the ids of groups; this one is for everybody else. */
    public const EVERYBODY = '';

    public const UNLIMITED = -1;

    private const KEY = 'quotas';

    public function __construct(
        private readonly IAppConfig $config,
        private readonly IGroupManager $groups,
        private readonly RoomMapper $rooms,
        private readonly Presets $presets,
    ) {
    }

    /** @return array<string, int> rooms that somebody may have, by group */
    public function all(): array
    {
        $quotas = [];
        foreach ($this->config->getValueArray(Application::APP_ID, self::KEY, lazy: true) as $group => $most) {
            if (is_int($most)) {
                $quotas[(string) $group] = $most;
            }
        }

        return $quotas;
    }

    /** @param array<string, int> $quotas */
    public function keep(array $quotas): void
    {
        $this->config->setValueArray(Application::APP_ID, self::KEY, $quotas, lazy: true);
    }

    /** Gives how many rooms somebody may have. */
    public function of(IUser $user): int
    {
        $all = $this->all();
        $own = array_intersect_key($all, array_flip($this->groups->getUserGroupIds($user)));
        if ($own === []) {
            return $all[self::EVERYBODY] ?? self::UNLIMITED;
        }

        return in_array(self::UNLIMITED, $own, true) ? self::UNLIMITED : max($own);
    }

    public function mayCreate(IUser $user): bool
    {
        return $this->of($user) !== 0;
    }

    /**
     * @param bool $isCall whether the room is for one call only: these go by themselves, and are not counted
     * @throws Problem `may_not_create` or `too_many_rooms`
     */
    public function verify(IUser $user, bool $isCall = false): void
    {
        $most = $this->of($user);
        if ($most === 0) {
            throw Problem::forbidden('may_not_create');
        }
        if (!$isCall && $most !== self::UNLIMITED && $this->rooms->countOfOwner($user->getUID()) >= $most) {
            throw Problem::forbidden('too_many_rooms');
        }
    }

    /** Tells whether a room that is made is still one of those somebody may have. Others may be made at the same moment. */
    public function letsKeep(IUser $user, Room $room): bool
    {
        $most = $this->of($user);

        return $most === self::UNLIMITED || $this->rooms->countOfOwner($user->getUID(), $room->getId()) <= $most;
    }

    /** @return list<Preset> that somebody may use */
    public function presetsOf(IUser $user): array
    {
        return $this->presets->offeredTo(array_values($this->groups->getUserGroupIds($user)));
    }
}
