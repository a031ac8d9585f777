<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCA\Bluebridge\Model\MemberKind;
use OCA\Bluebridge\Model\Role;
use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * Whom a room is shared with.
 *
 * @method int getRoomId()
 * @method void setRoomId(int $roomId)
 * @method string getKind() a value of `MemberKind`
 * @method void setKind(string $kind)
 * @method string getTarget() id of the user, the group or the team, or an e-mail address
 * @method void setTarget(string $target)
 * @method string getRole() a value of `Role`
 * @method void setRole(string $role)
 * @method int getCreatedAt() epoch ms
 * @method void setCreatedAt(int $createdAt)
 */
final class Member extends Entity
{
    protected int $roomId = 0;
    protected string $kind = '';
    protected string $target = '';
    protected string $role = '';
    protected int $createdAt = 0;

    public function __construct()
    {
        $this->addType('roomId', Types::BIGINT);
        $this->addType('kind', Types::STRING);
        $this->addType('target', Types::STRING);
        $this->addType('role', Types::STRING);
        $this->addType('createdAt', Types::BIGINT);
    }

    /** Gives the role; the least one for a word that is none. */
    public function role(): Role
    {
        return Role::tryFrom($this->role) ?? Role::Viewer;
    }

    public function kind(): ?MemberKind
    {
        return MemberKind::tryFrom($this->kind);
    }
}
