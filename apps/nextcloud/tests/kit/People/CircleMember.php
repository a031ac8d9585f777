<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use OCA\Circles\Model\Member;

require_once dirname(__DIR__, 2) . '/neighbours/apps.php';

/** Who is in a team, or was asked to be. */
final class CircleMember extends Member
{
    public function __construct(private readonly string $id, private readonly int $type, private readonly string $status)
    {
    }

    public function getUserId(): string
    {
        return $this->id;
    }

    public function getUserType(): int
    {
        return $this->type;
    }

    public function getStatus(): string
    {
        return $this->status;
    }

    public function isLocal(): bool
    {
        return true;
    }
}
