<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Model;

/** Who or what a room is shared with. */
enum MemberKind: string
{
    case User = 'user';
    case Group = 'group';
    case Team = 'team';
    case Email = 'email';
}
