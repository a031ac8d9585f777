<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\MemberKind;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Notification\Notices;
use OCA\Bluebridge\People\RoomPeople;
use OCP\IL10N;
use OCP\IUser;
use Throwable;

/** Calls that start now: a room for some people, who are told at once, or for oneself alone. */
class Calls
{
    private const MOST_PEOPLE = 50;

    /** Each gets a letter; more are invited into a room that stays. */
    private const MOST_LETTERS = 5;

    public function __construct(
        private readonly Rooms $rooms,
        private readonly Members $members,
        private readonly Targets $targets,
        private readonly Notices $notices,
        private readonly RoomPeople $people,
        private readonly RoomRemoval $removal,
        private readonly IL10N $l10n,
    ) {
    }

    /**
     * Makes the room of a call and tells who is called.
     *
     * @param array<array-key, mixed> $people each a kind and a target
     * @throws Problem `member_invalid`, `no_such_person`, `too_many_letters`, or those of a new room
     */
    public function start(IUser $caller, array $people, string $name): Room
    {
        $called = $this->calledBy($caller, $people);
        $names = array_map(fn (array $each): string => $this->targets->nameOf($caller, $each[0], $each[1]), $called);
        $usual = $names === []
            ? $this->l10n->t('Call of %s', [$caller->getDisplayName()])
            : $this->l10n->t('Call with %s', [implode(', ', array_slice($names, 0, 3))]);
        $room = $this->rooms->create($caller, trim($name) === '' ? mb_substr($usual, 0, 256) : $name, adHoc: true);
        try {
            foreach ($called as [$kind, $target]) {
                // In a call among colleagues everybody may present and mute.
                $this->members->add($room, $caller, $kind, $target, Role::Moderator, tells: false);
            }
        } catch (Throwable $error) {
            // A call that some of the people are missing from is none.
            $this->removal->remove($room);
            throw $error;
        }
        $this->notices->started($room, $this->people->of($room, Role::Viewer), $caller);

        return $room;
    }

    /**
     * @param array<array-key, mixed> $people
     * @return list<array{MemberKind, string}>
     */
    private function calledBy(IUser $caller, array $people): array
    {
        $called = [];
        foreach (array_slice($people, 0, self::MOST_PEOPLE) as $person) {
            $kind = is_array($person) && is_string($person['kind'] ?? null) ? MemberKind::tryFrom($person['kind']) : null;
            $target = is_array($person) && is_string($person['target'] ?? null) ? $person['target'] : '';
            if ($kind === null) {
                throw Problem::invalid('member_invalid');
            }
            $target = $this->targets->verify($caller, $kind, $target);
            if ($kind !== MemberKind::User || $target !== $caller->getUID()) {
                $called["{$kind->value} {$target}"] = [$kind, $target];
            }
        }

        if (count(array_filter($called, static fn (array $each): bool => $each[0] === MemberKind::Email)) > self::MOST_LETTERS) {
            throw Problem::invalid('too_many_letters');
        }

        return array_values($called);
    }
}
