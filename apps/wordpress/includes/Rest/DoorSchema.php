<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rest;

use Bluebridge\WordPress\Seats\SeatSchema;

/** The schemas of what the REST API says of a room's meeting. */
final class DoorSchema
{
    /** @return array<string, mixed> */
    public static function sign(): array
    {
        return self::schema('bluebridge_door_sign', [
            'open' => ['description' => __('Whether a meeting runs in the room.', 'bluebridge'), 'type' => 'boolean'],
            'state' => ['description' => __('How the meeting stands, in words.', 'bluebridge'), 'type' => 'string'],
            'entry' => [
                'type' => 'object',
                'additionalProperties' => false,
                'properties' => self::entryProperties(['start', 'join', 'wait', 'ask', 'refuse', 'unknown']),
            ],
            'people' => [
                'description' => __('Who is in; only moderators are told.', 'bluebridge'),
                'type' => 'array',
                'items' => [
                    'type' => 'object',
                    'additionalProperties' => false,
                    'properties' => ['name' => ['type' => 'string'], 'moderates' => ['type' => 'boolean']],
                ],
            ],
            'seats' => SeatSchema::part(),
        ]);
    }

    /** @return array<string, mixed> */
    public static function entry(): array
    {
        return self::schema('bluebridge_entry', self::entryProperties(['go', 'start', 'join', 'wait', 'ask', 'refuse']) + [
            'url' => [
                'description' => __('Where the browser of this person goes now, once. Never to be kept.', 'bluebridge'),
                'type' => 'string',
                'format' => 'uri',
            ],
        ]);
    }

    /**
     * @param list<string> $kinds
     * @return array<string, array<string, mixed>>
     */
    private static function entryProperties(array $kinds): array
    {
        return [
            'kind' => ['description' => __('What this person can do.', 'bluebridge'), 'type' => 'string', 'enum' => $kinds],
            'reason' => ['description' => __('Code of why they wait or are refused.', 'bluebridge'), 'type' => 'string'],
            'label' => ['description' => __('Words for a button.', 'bluebridge'), 'type' => 'string'],
            'text' => ['description' => __('Words for people.', 'bluebridge'), 'type' => 'string'],
            'opensAt' => ['description' => __('When the hours of the room begin, in epoch ms; else 0.', 'bluebridge'), 'type' => 'integer'],
        ];
    }

    /**
     * @param array<string, array<string, mixed>> $properties
     * @return array<string, mixed>
     */
    private static function schema(string $title, array $properties): array
    {
        return [
            '$schema' => 'http://json-schema.org/draft-04/schema#',
            'title' => $title,
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => array_map(static fn (array $each): array => $each + ['readonly' => true], $properties),
        ];
    }
}
