<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

/** The schemas of recordings in the REST API. */
final class RecordingSchema
{
    public const MOST_PER_PAGE = 100;

    public const LONGEST_NAME = 200;

    /** @return array<string, mixed> */
    public static function list(): array
    {
        return self::schema('bluebridge_recordings', [
            'recordings' => ['type' => 'array', 'items' => self::object(self::recordingProperties())],
            'total' => ['description' => __('How many fit, on all pages.', 'bluebridge'), 'type' => 'integer'],
            'unfinished' => ['description' => __('Whether one is still being made.', 'bluebridge'), 'type' => 'boolean'],
            'readAt' => [
                'description' => __('When the server last listed them all, epoch ms; 0 for never.', 'bluebridge'),
                'type' => 'integer',
            ],
            'isBehind' => ['description' => __('Whether the server failed when it was last asked.', 'bluebridge'), 'type' => 'boolean'],
            'mayManage' => ['description' => __('Whether this person may change them.', 'bluebridge'), 'type' => 'boolean'],
            'visibleTo' => ['type' => 'string', 'enum' => VisibleTo::values()],
            'rendered' => ['description' => __('The list as HTML, where it was asked for.', 'bluebridge'), 'type' => 'string'],
        ]);
    }

    /** @return array<string, mixed> */
    public static function change(): array
    {
        return self::schema('bluebridge_recording_change', [
            'outcome' => [
                'description' => __('Whether the server shows the change, or only took it.', 'bluebridge'),
                'type' => 'string',
                'enum' => ['done', 'unconfirmed'],
            ],
            'message' => ['description' => __('Words for people.', 'bluebridge'), 'type' => 'string'],
            'recording' => ['type' => ['object', 'null'], 'additionalProperties' => false, 'properties' => self::recordingProperties()],
            'rendered' => ['description' => __('The recording as HTML; empty when it is gone.', 'bluebridge'), 'type' => 'string'],
        ]);
    }

    /** @return array<string, mixed> */
    public static function captions(): array
    {
        return self::schema('bluebridge_captions', [
            'tracks' => ['type' => 'array', 'items' => self::object(['language' => ['type' => 'string'], 'label' => ['type' => 'string']])],
            'limitBytes' => ['description' => __('How large a file may be.', 'bluebridge'), 'type' => 'integer'],
        ]);
    }

    /** @return array<string, mixed> */
    public static function heard(): array
    {
        return self::schema('bluebridge_recording_heard', [
            'outcome' => ['type' => 'string', 'enum' => ['known', 'unknown', 'later']],
        ]);
    }

    /** @return array<string, array<string, mixed>> */
    public static function queryArgs(): array
    {
        return [
            'search' => [
                'description' => __('Part of a name.', 'bluebridge'),
                'type' => 'string',
                'default' => '',
                'maxLength' => RecordingQuery::LONGEST_TEXT,
            ],
            'sort' => ['type' => 'string', 'enum' => RecordingQuery::SORTINGS, 'default' => 'newest'],
            'page' => ['type' => 'integer', 'minimum' => 1, 'maximum' => 100_000, 'default' => 1],
            'per_page' => ['type' => 'integer', 'minimum' => 1, 'maximum' => self::MOST_PER_PAGE, 'default' => 20],
            'rendered' => ['description' => __('Whether HTML is wanted too.', 'bluebridge'), 'type' => 'boolean', 'default' => false],
        ];
    }

    /** @return array<string, array<string, mixed>> */
    private static function recordingProperties(): array
    {
        return [
            'id' => ['description' => __('Number of the recording.', 'bluebridge'), 'type' => 'integer'],
            'name' => ['type' => 'string'],
            'startTime' => ['description' => __('When the meeting began, epoch ms; 0 when unknown.', 'bluebridge'), 'type' => 'integer'],
            'moment' => ['description' => __('The same in words.', 'bluebridge'), 'type' => 'string'],
            'length' => ['description' => __('Length in words.', 'bluebridge'), 'type' => 'string'],
            'state' => ['type' => 'string', 'enum' => ['processing', 'ready', 'protected', 'hidden', 'missing', 'deleting']],
            'stateText' => ['description' => __('How it stands, in words.', 'bluebridge'), 'type' => 'string'],
            'formats' => ['type' => 'array', 'items' => self::object([
                'type' => ['type' => 'string'],
                'verb' => ['type' => 'string'],
                'label' => ['type' => 'string'],
                'url' => ['description' => __('Where this site leads to it.', 'bluebridge'), 'type' => 'string', 'format' => 'uri'],
            ])],
            'preview' => ['type' => ['object', 'null'], 'additionalProperties' => false, 'properties' => [
                'src' => ['type' => 'string', 'format' => 'uri'],
                'alt' => ['type' => 'string'],
                'width' => ['type' => 'integer'],
                'height' => ['type' => 'integer'],
            ]],
            'audience' => ['type' => 'string', 'enum' => [Recording::FOR_ROOM, Recording::FOR_MODERATORS]],
            'actions' => [
                'description' => __('What this person can do to it now.', 'bluebridge'),
                'type' => 'array',
                'items' => ['type' => 'string'],
            ],
        ];
    }

    /**
     * @param array<string, array<string, mixed>> $properties
     * @return array<string, mixed>
     */
    private static function object(array $properties): array
    {
        return ['type' => 'object', 'additionalProperties' => false, 'properties' => $properties];
    }

    /**
     * @param array<string, array<string, mixed>> $properties
     * @return array<string, mixed>
     */
    private static function schema(string $title, array $properties): array
    {
        $readonly = array_map(static fn (array $each): array => $each + ['readonly' => true], $properties);

        return ['$schema' => 'http://json-schema.org/draft-04/schema#', 'title' => $title] + self::object($readonly);
    }
}
