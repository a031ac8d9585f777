<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Rooms;

/**
 * Why somebody waits or is refused, closed: a host has words for each.
 */
final class JoinReasons
{
    /** @var array<string, array{kind: 'wait'|'refuse', means: string}> */
    public const ALL = [
        'not_started' => ['kind' => 'wait', 'means' => 'Nobody who may open the room has opened it yet.'],
        'moderator_absent' => [
            'kind' => 'wait',
            'means' => 'The meeting runs, but no moderator is in who could receive or approve this person.',
        ],
        'ending' => [
            'kind' => 'wait',
            'means' => 'The last meeting is being closed; a new one can start after.',
        ],
        'banned' => ['kind' => 'refuse', 'means' => 'The person is shut out of this room.'],
        'guests_not_allowed' => ['kind' => 'refuse', 'means' => 'The room is for people with an account only.'],
        'code_required' => ['kind' => 'refuse', 'means' => 'The room has an access code and none was typed.'],
        'code_wrong' => ['kind' => 'refuse', 'means' => 'The code that was typed is none of the room’s codes.'],
        'not_yet_open' => ['kind' => 'refuse', 'means' => 'The opening hours have not begun; `opensAt` tells.'],
        'closed' => ['kind' => 'refuse', 'means' => 'The opening hours are over.'],
        'consent_required' => [
            'kind' => 'refuse',
            'means' => 'The meeting may be recorded: ask, and plan again with the answer.',
        ],
        'consent_declined' => ['kind' => 'refuse', 'means' => 'The person does not want to be recorded.'],
        'full' => ['kind' => 'refuse', 'means' => 'Every seat is taken, or the rest is kept for moderators.'],
        'seats_exhausted' => [
            'kind' => 'refuse',
            'means' => 'The account has too few seats now; `nextWindow` tells when it has enough.',
        ],
        'would_evict' => [
            'kind' => 'refuse',
            'means' => 'Starting would make the server end `meetings` in overtime: ask, and plan again.',
        ],
    ];
}
