<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Describes one meeting and who is in it.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class GetMeetingInfo
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'getMeetingInfo',
            'methods' => ['GET', 'POST'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'read',
            'format' => 'xml',
            'params' => [
                'meetingID' => ['kind' => 'id', 'required' => true, 'min' => 2, 'max' => 256],
                'password' => ['kind' => 'text'],
            ],
            'required' => ['meetingID' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => [
                '' => [
                    'meetingName' => ['kind' => 'text'],
                    'meetingID' => ['kind' => 'text', 'promised' => true],
                    'internalMeetingID' => ['kind' => 'text'],
                    'createTime' => ['kind' => 'time', 'promised' => true],
                    'createDate' => ['kind' => 'text'],
                    'voiceBridge' => ['kind' => 'text'],
                    'dialNumber' => ['kind' => 'text'],
                    'attendeePW' => ['kind' => 'text'],
                    'moderatorPW' => ['kind' => 'text'],
                    'running' => ['kind' => 'boolean'],
                    'duration' => ['kind' => 'integer'],
                    'hasUserJoined' => ['kind' => 'boolean'],
                    'recording' => ['kind' => 'boolean'],
                    'hasBeenForciblyEnded' => ['kind' => 'boolean'],
                    'startTime' => ['kind' => 'time'],
                    'endTime' => ['kind' => 'time'],
                    'participantCount' => ['kind' => 'integer'],
                    'listenerCount' => ['kind' => 'integer'],
                    'voiceParticipantCount' => ['kind' => 'integer'],
                    'videoCount' => ['kind' => 'integer'],
                    'maxUsers' => ['kind' => 'integer'],
                    'moderatorCount' => ['kind' => 'integer'],
                    'attendees' => ['kind' => 'list', 'item' => 'attendee', 'fields' => 'attendees'],
                    'metadata' => ['kind' => 'map'],
                    'isBreakout' => ['kind' => 'boolean'],
                    'parentMeetingID' => ['kind' => 'text'],
                    'sequence' => ['kind' => 'integer'],
                    'freeJoin' => ['kind' => 'boolean'],
                    'breakoutRooms' => ['kind' => 'texts', 'item' => 'breakout'],
                ],
                'attendees' => [
                    'userID' => ['kind' => 'text'],
                    'fullName' => ['kind' => 'text'],
                    'role' => ['kind' => 'text'],
                    'isPresenter' => ['kind' => 'boolean'],
                    'isListeningOnly' => ['kind' => 'boolean'],
                    'hasJoinedVoice' => ['kind' => 'boolean'],
                    'hasVideo' => ['kind' => 'boolean'],
                    'clientType' => ['kind' => 'text'],
                    'customdata' => ['kind' => 'map'],
                ],
            ],
        ];
    }
}
