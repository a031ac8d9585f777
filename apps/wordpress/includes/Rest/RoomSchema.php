<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rest;

use Bluebridge\WordPress\Presentations\RoomDocuments;
use Bluebridge\WordPress\Rooms\Hosts;
use Bluebridge\WordPress\Settings\OfferedSettings;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SettingTable;

/**
 * The schema of a room in the REST API, its settings generated from the table of all settings.
 *
 * @phpstan-import-type Setting from SettingTable
 */
final class RoomSchema
{
    public const STATUSES = ['publish', 'pending', 'draft', 'private'];

    /** @return array<string, mixed> */
    public static function item(): array
    {
        return [
            '$schema' => 'http://json-schema.org/draft-04/schema#',
            'title' => 'bluebridge_room',
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => [
                'id' => ['description' => __('Number of the room.', 'bluebridge'), 'type' => 'integer', 'readonly' => true],
                'author' => ['description' => __('User the room belongs to.', 'bluebridge'), 'type' => 'integer'],
                'authorName' => ['description' => __('Name of the user.', 'bluebridge'), 'type' => 'string', 'readonly' => true],
                'enterUrl' => [
                    'description' => __('Address at which people enter the room.', 'bluebridge'),
                    'type' => 'string',
                    'format' => 'uri',
                    'readonly' => true,
                ],
                'locked' => [
                    'description' => __('Settings that an administrator fixed.', 'bluebridge'),
                    'type' => 'array',
                    'items' => ['type' => 'string'],
                    'readonly' => true,
                ],
                'warnings' => [
                    'description' => __('What is odd about the settings, in words.', 'bluebridge'),
                    'type' => 'array',
                    'items' => ['type' => 'object', 'additionalProperties' => false, 'properties' => [
                        'path' => ['type' => 'string'],
                        'text' => ['type' => 'string'],
                    ]],
                    'readonly' => true,
                ],
                'mayHandOver' => [
                    'description' => __('Whether this person may hand the room over.', 'bluebridge'),
                    'type' => 'boolean',
                    'readonly' => true,
                ],
                'server' => self::server() + ['readonly' => true],
                'mayChange' => [
                    'description' => __('Whether this person may change the room.', 'bluebridge'),
                    'type' => 'boolean',
                    'readonly' => true,
                ],
                'mayDelete' => [
                    'description' => __('Whether this person may delete the room.', 'bluebridge'),
                    'type' => 'boolean',
                    'readonly' => true,
                ],
                'hosts' => self::hosts(['type' => 'object', 'additionalProperties' => false, 'properties' => [
                    'id' => ['type' => 'integer'],
                    'name' => ['type' => 'string'],
                ]]),
                'documents' => self::documents(['type' => 'object', 'additionalProperties' => false, 'properties' => [
                    'id' => ['type' => 'integer'],
                    'name' => ['type' => 'string'],
                    'size' => ['description' => __('Bytes.', 'bluebridge'), 'type' => 'integer'],
                    'isThere' => ['description' => __('Whether meetings can show it.', 'bluebridge'), 'type' => 'boolean'],
                ]]),
            ] + self::writable(),
        ];
    }

    /**
     * Gives what may be said about a room.
     *
     * @return array<string, array<string, mixed>>
     */
    public static function writable(): array
    {
        $name = SettingTable::ALL['name'];

        return [
            'title' => [
                'description' => __('Name of the room.', 'bluebridge'),
                'type' => 'string',
                'minLength' => $name['min'],
                'maxLength' => $name['max'],
            ],
            'status' => [
                'description' => __('Whether the room is published.', 'bluebridge'),
                'type' => 'string',
                'enum' => self::STATUSES,
            ],
            'settings' => [
                'description' => __('Everything the room says; what is absent is as usual.', 'bluebridge'),
                'type' => 'object',
                'additionalProperties' => false,
                'properties' => self::settings(),
            ],
            'preset' => [
                'description' => __('Preset of the room; empty for none.', 'bluebridge'),
                'type' => 'string',
                'maxLength' => 32,
            ],
            'hosts' => self::hosts(['type' => 'integer']),
            'documents' => self::documents(['type' => 'integer', 'minimum' => 1]),
        ];
    }

    /** @return array<string, mixed> */
    public static function server(): array
    {
        return [
            'description' => __('Server the room meets on, for administrators; empty for the usual one.', 'bluebridge'),
            'type' => 'string',
        ];
    }

    /**
     * @param array<string, mixed> $user
     * @return array<string, mixed>
     */
    private static function hosts(array $user): array
    {
        return [
            'description' => __('Who leads the room beside the one it belongs to.', 'bluebridge'),
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => [
                'users' => ['type' => 'array', 'items' => $user, 'maxItems' => Hosts::MOST],
                'roles' => ['type' => 'array', 'items' => ['type' => 'string', 'maxLength' => 100], 'maxItems' => Hosts::MOST],
            ],
        ];
    }

    /**
     * @param array<string, mixed> $document
     * @return array<string, mixed>
     */
    private static function documents(array $document): array
    {
        return [
            'description' => __('Files of the media library that meetings show from the start, the first one first.', 'bluebridge'),
            'type' => 'array',
            'items' => $document,
            'maxItems' => RoomDocuments::MOST,
        ];
    }

    /** @return array<string, array<string, mixed>> */
    private static function settings(): array
    {
        return array_map(self::property(...), OfferedSettings::all());
    }

    /**
     * @param Setting $setting
     * @return array<string, mixed>
     */
    private static function property(array $setting): array
    {
        $type = match ($setting['control']) {
            'switch', 'code' => 'boolean',
            'number', 'date' => 'integer',
            default => 'string',
        };
        $limits = array_filter(
            $type === 'integer'
                ? ['minimum' => $setting['min'] ?? null, 'maximum' => $setting['max'] ?? null]
                : ['maxLength' => $type === 'string' ? $setting['max'] ?? null : null],
            is_int(...),
        );
        $values = array_column($setting['values'] ?? [], 'value');

        return ['description' => $setting['help'], 'type' => $type] + $limits + ($values === [] ? [] : ['enum' => $values]);
    }
}
