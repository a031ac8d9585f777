<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use OCA\Circles\Model\Circle;
use OCA\Circles\Model\Member;

require_once dirname(__DIR__, 2) . '/neighbours/apps.php';

/** A team: its users, the group that they came by, and somebody who was asked and has not said yes. */
final class CircleOfPeople extends Circle
{
    /** @param list<string> $userIds */
    public function __construct(private readonly string $id, public readonly array $userIds)
    {
    }

    public function getSingleId(): string
    {
        return $this->id;
    }

    public function getDisplayName(): string
    {
        return ucfirst($this->id);
    }

    public function getInheritedMembers(bool $detailed = false, bool $remote = false): array
    {
        $users = array_map(static fn (string $id): Member => new CircleMember($id, Member::TYPE_USER, Member::STATUS_MEMBER), $this->userIds);

        return [...$users, new CircleMember('class', Member::TYPE_GROUP, Member::STATUS_MEMBER), new CircleMember('carol', Member::TYPE_USER, 'Invited')];
    }
}
