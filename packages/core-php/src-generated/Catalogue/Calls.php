<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue;

use Bluebridge\Core\Errors\BbbError;

/**
 * The calls of the BigBlueButton API, as plain data.
 *
 * @phpstan-type ParamSpec array{kind: 'text'|'block'|'id'|'csv'|'json'|'url'|'integer'|'boolean'|'choice'|'time', required?: true, min?: int, max?: int, values?: list<string>, needs?: string, mayBeEmpty?: true, pattern?: string, expression?: string}
 * @phpstan-type PrefixSpec array{prefix: string, expression: string, lowerCased?: true, mayBeEmpty?: true}
 * @phpstan-type ModuleSpec array{content: 'documents'|'json'|'text', required?: true}
 * @phpstan-type BodySpec array{kind: 'modules'|'multipart'|'json', required?: true, maxBytes?: int, modules?: array<string, ModuleSpec>, field?: string, fields?: array<string, ParamSpec>}
 * @phpstan-type FieldSpec array{kind: 'text'|'integer'|'boolean'|'time'|'map'|'object'|'list'|'texts'|'json'|'text-with-attributes', promised?: true, item?: string, fields?: string, text?: string, attributes?: array<string, 'text'|'integer'>}
 * @phpstan-type ReplyShapes array<string, array<string, FieldSpec>>
 * @phpstan-type CallSpec array{name: string, path?: string, methods: non-empty-list<'GET'|'POST'>, auth: 'checksum'|'session'|'none', hashGroup: 'api'|'hooks', effect: 'read'|'write'|'browser', format: 'xml'|'json', needs?: string, answerNeeds?: string, nameConfigurable?: true, params: array<string, ParamSpec>, required: array<string, true>, requiredWhere: array<string, string>, minWhere: array<string, array{capability: string, min: int}>, exclusive?: list<list<string>>, atLeastOne?: list<non-empty-list<string>>, prefixes?: list<PrefixSpec>, body?: BodySpec, reply: ReplyShapes, mayLackReturncode?: true, answers?: list<string>, refusals?: list<string>, keyCodes?: array<string, BbbError>}
 */
final class Calls
{
    /** Every call by its name, in the catalogue’s order. */
    public const NAMES = [
        'index',
        'create',
        'join',
        'end',
        'isMeetingRunning',
        'getMeetingInfo',
        'getMeetings',
        'insertDocument',
        'sendChatMessage',
        'getJoinUrl',
        'feedback',
        'getRecordings',
        'publishRecordings',
        'deleteRecordings',
        'updateRecordings',
        'getRecordingTextTracks',
        'putRecordingTextTrack',
        'hooks/create',
        'hooks/list',
        'hooks/destroy',
        'getAttendance',
        'getPastMeetings',
        'processMP4',
        'getMP4Url',
        'getDefaultConfigXML',
        'setConfigXML',
    ];

    /**
     * Gives the entry of a call; null for a name that nobody knows.
     *
     * @return CallSpec|null
     */
    public static function named(string $name): ?array
    {
        return match ($name) {
            'index' => Calls\Index::spec(),
            'create' => Calls\Create::spec(),
            'join' => Calls\Join::spec(),
            'end' => Calls\End::spec(),
            'isMeetingRunning' => Calls\IsMeetingRunning::spec(),
            'getMeetingInfo' => Calls\GetMeetingInfo::spec(),
            'getMeetings' => Calls\GetMeetings::spec(),
            'insertDocument' => Calls\InsertDocument::spec(),
            'sendChatMessage' => Calls\SendChatMessage::spec(),
            'getJoinUrl' => Calls\GetJoinUrl::spec(),
            'feedback' => Calls\Feedback::spec(),
            'getRecordings' => Calls\GetRecordings::spec(),
            'publishRecordings' => Calls\PublishRecordings::spec(),
            'deleteRecordings' => Calls\DeleteRecordings::spec(),
            'updateRecordings' => Calls\UpdateRecordings::spec(),
            'getRecordingTextTracks' => Calls\GetRecordingTextTracks::spec(),
            'putRecordingTextTrack' => Calls\PutRecordingTextTrack::spec(),
            'hooks/create' => Calls\HooksCreate::spec(),
            'hooks/list' => Calls\HooksList::spec(),
            'hooks/destroy' => Calls\HooksDestroy::spec(),
            'getAttendance' => Calls\GetAttendance::spec(),
            'getPastMeetings' => Calls\GetPastMeetings::spec(),
            'processMP4' => Calls\ProcessMP4::spec(),
            'getMP4Url' => Calls\GetMP4Url::spec(),
            'getDefaultConfigXML' => Calls\GetDefaultConfigXML::spec(),
            'setConfigXML' => Calls\SetConfigXML::spec(),
            default => null,
        };
    }
}
