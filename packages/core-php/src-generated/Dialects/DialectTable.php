<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Dialects;

/**
 * Every known dialect, by name.
 *
 * @phpstan-type Entry array{name: string, source: string, hashAlgorithms: non-empty-list<string>, hooksHashAlgorithms: non-empty-list<string>, missingCalls: list<string>, has: array<string, bool>}
 */
final class DialectTable
{
    /** @var array<string, Entry> */
    public const ALL = [
        'bigbluebutton' => [
            'name' => 'bigbluebutton',
            'source' => 'BigBlueButton API page, 2.6 to 3.0',
            'hashAlgorithms' => ['sha256', 'sha512', 'sha384', 'sha1'],
            'hooksHashAlgorithms' => ['sha1', 'sha256', 'sha384', 'sha512'],
            'missingCalls' => ['getDefaultConfigXML', 'setConfigXML'],
            'has' => [
                'answersJoinWithReply' => true,
                'supportsDurationEnd' => true,
                'reservesSeats' => false,
                'evictsOvertimeMeetings' => false,
                'supportsDefaultChatTextsSwitch' => false,
                'requiresMeetingForHooks' => false,
                'redactsEvents' => false,
                'supportsRecordingPaging' => true,
                'supportsRecordingProtection' => false,
                'supportsFeedback' => false,
                'supportsAttendance' => false,
                'supportsPastMeetings' => false,
                'supportsMp4' => false,
            ],
        ],
        'integration' => [
            'name' => 'integration',
            'source' => 'bbbserver IntegrationAPI page, section 3',
            'hashAlgorithms' => ['sha256', 'sha1'],
            'hooksHashAlgorithms' => ['sha256', 'sha1'],
            'missingCalls' => [
                'updateRecordings',
                'getDefaultConfigXML',
                'setConfigXML',
                'getRecordingTextTracks',
                'putRecordingTextTrack',
            ],
            'has' => [
                'answersJoinWithReply' => true,
                'supportsDurationEnd' => false,
                'reservesSeats' => true,
                'evictsOvertimeMeetings' => true,
                'supportsDefaultChatTextsSwitch' => true,
                'requiresMeetingForHooks' => true,
                'redactsEvents' => true,
                'supportsRecordingPaging' => true,
                'supportsRecordingProtection' => false,
                'supportsFeedback' => false,
                'supportsAttendance' => false,
                'supportsPastMeetings' => false,
                'supportsMp4' => false,
            ],
        ],
        'scalelite' => [
            'name' => 'scalelite',
            'source' => 'Scalelite source, api-README',
            'hashAlgorithms' => ['sha256', 'sha512', 'sha1'],
            'hooksHashAlgorithms' => ['sha1', 'sha256', 'sha384', 'sha512'],
            'missingCalls' => [
                'getDefaultConfigXML',
                'setConfigXML',
                'sendChatMessage',
                'getJoinUrl',
                'getRecordingTextTracks',
                'putRecordingTextTrack',
                'hooks/create',
                'hooks/list',
                'hooks/destroy',
            ],
            'has' => [
                'answersJoinWithReply' => false,
                'supportsDurationEnd' => true,
                'reservesSeats' => false,
                'evictsOvertimeMeetings' => false,
                'supportsDefaultChatTextsSwitch' => false,
                'requiresMeetingForHooks' => false,
                'redactsEvents' => false,
                'supportsRecordingPaging' => false,
                'supportsRecordingProtection' => true,
                'supportsFeedback' => false,
                'supportsAttendance' => false,
                'supportsPastMeetings' => false,
                'supportsMp4' => false,
            ],
        ],
    ];
}
