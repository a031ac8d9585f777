<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Rooms;

/**
 * What the settings of a room are checked for.
 *
 * @phpstan-type Combination array{path: string, kind: 'violation'|'warning', rule: string, allowed: string, when: non-empty-list<array{setting: string, is?: string|int|bool|null, isNot?: string|int|bool|null, isAtLeast?: string}>}
 */
final class SettingChecks
{
    /** Every rule that values of settings can break, closed: a form has words for each. */
    public const RULES = [
        'unknown',
        'type',
        'min',
        'max',
        'pattern',
        'choice',
        'well_formed',
        'needs_capability',
        'locked',
        'not_lockable',
        'order',
    ];

    /** Everything a form is warned of, closed. */
    public const WARNINGS = ['never_recorded', 'no_seats_left', 'no_effect'];

    /** @var list<Combination> settings that are fine one by one and odd together; all conditions must hold */
    public const COMBINATIONS = [
        [
            'path' => 'closesAt',
            'kind' => 'violation',
            'rule' => 'order',
            'allowed' => 'after opensAt',
            'when' => [['setting' => 'opensAt', 'isAtLeast' => 'closesAt']],
        ],
        [
            'path' => 'allowStartStopRecording',
            'kind' => 'warning',
            'rule' => 'never_recorded',
            'allowed' => 'autoStartRecording or allowStartStopRecording',
            'when' => [
                ['setting' => 'record', 'is' => true],
                ['setting' => 'autoStartRecording', 'is' => false],
                ['setting' => 'allowStartStopRecording', 'is' => false],
            ],
        ],
        [
            'path' => 'breakoutRoomsRecord',
            'kind' => 'warning',
            'rule' => 'no_effect',
            'allowed' => 'breakoutRoomsOffered',
            'when' => [
                ['setting' => 'record', 'is' => true],
                ['setting' => 'breakoutRoomsRecord', 'is' => true],
                ['setting' => 'breakoutRoomsOffered', 'is' => false],
            ],
        ],
        [
            'path' => 'seatsKeptForModerators',
            'kind' => 'warning',
            'rule' => 'no_seats_left',
            'allowed' => 'less than maxParticipants',
            'when' => [
                ['setting' => 'maxParticipants', 'isNot' => 0],
                ['setting' => 'seatsKeptForModerators', 'isAtLeast' => 'maxParticipants'],
            ],
        ],
        [
            'path' => 'preUploadedPresentationName',
            'kind' => 'warning',
            'rule' => 'no_effect',
            'allowed' => 'preUploadedPresentation',
            'when' => [
                ['setting' => 'preUploadedPresentationName', 'isNot' => null],
                ['setting' => 'preUploadedPresentation', 'is' => null],
            ],
        ],
        [
            'path' => 'bannerColor',
            'kind' => 'warning',
            'rule' => 'no_effect',
            'allowed' => 'bannerText',
            'when' => [
                ['setting' => 'bannerColor', 'isNot' => null],
                ['setting' => 'bannerText', 'is' => null],
            ],
        ],
    ];
}
