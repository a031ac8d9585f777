<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCA\Bluebridge\Model\Role;
use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A link that lets one person into a room as what it says. Times are epoch ms, 0 for never.
 *
 * @method int getRoomId()
 * @method void setRoomId(int $roomId)
 * @method int getMemberId() the member by e-mail it was made for; 0 for none
 * @method void setMemberId(int $memberId)
 * @method string getSecretHash() of what the link ends in
 * @method void setSecretHash(string $secretHash)
 * @method string getRole() `viewer` or `moderator`
 * @method void setRole(string $role)
 * @method string|null getName() of the person
 * @method void setName(?string $name)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $createdAt)
 * @method int getExpiresAt()
 * @method void setExpiresAt(int $expiresAt)
 * @method int getRevokedAt()
 * @method void setRevokedAt(int $revokedAt)
 * @method int getUsedAt() when somebody last came in by it
 * @method void setUsedAt(int $usedAt)
 */
final class Link extends Entity
{
    protected int $roomId = 0;
    protected int $memberId = 0;
    protected string $secretHash = '';
    protected string $role = '';
    protected ?string $name = null;
    protected int $createdAt = 0;
    protected int $expiresAt = 0;
    protected int $revokedAt = 0;
    protected int $usedAt = 0;

    public function __construct()
    {
        foreach (['roomId', 'memberId', 'createdAt', 'expiresAt', 'revokedAt', 'usedAt'] as $number) {
            $this->addType($number, Types::BIGINT);
        }
        foreach (['secretHash', 'role', 'name'] as $text) {
            $this->addType($text, Types::STRING);
        }
    }

    public function leads(): bool
    {
        return $this->role === Role::Moderator->value;
    }

    /** Tells whether it lets somebody in at a time. */
    public function isOpen(int $now): bool
    {
        return $this->revokedAt === 0 && ($this->expiresAt === 0 || $now < $this->expiresAt);
    }
}
