<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

/** The schemas of how people come into a room, in the REST API. */
final class AccessSchema
{
    private const DRAFT = 'http://json-schema.org/draft-04/schema#';

    /** @return array<string, mixed> */
    public static function item(): array
    {
        $code = static fn (string $text): array => ['description' => $text, 'type' => 'boolean', 'readonly' => true];
        // What a room says, without the codes themselves.
        $readable = array_diff_key(self::writable(), ['viewerCode' => 0, 'moderatorCode' => 0]);

        return [
            '$schema' => self::DRAFT,
            'title' => 'bluebridge_access',
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => $readable + [
                'hasViewerCode' => $code(__('Whether who is not a moderator needs a code.', 'bluebridge')),
                'hasModeratorCode' => $code(__('Whether a code makes moderators.', 'bluebridge')),
                'moderatorsBound' => $code(
                    __('Whether only people who may have rooms become moderators, because an administrator wants it.', 'bluebridge'),
                ),
                'siteRoles' => [
                    'description' => __('The roles of this site, with their names for people.', 'bluebridge'),
                    'type' => 'array',
                    'readonly' => true,
                    'items' => [
                        'type' => 'object',
                        'additionalProperties' => false,
                        'properties' => ['role' => ['type' => 'string'], 'name' => ['type' => 'string']],
                    ],
                ],
            ],
        ];
    }

    /**
     * Gives what may be said about it; what is absent stays as it is.
     *
     * @return array<string, array<string, mixed>>
     */
    public static function writable(): array
    {
        $standing = ['type' => 'string', 'enum' => AccessSettings::STANDINGS];
        $code = static fn (string $text): array => ['description' => $text, 'type' => 'string', 'maxLength' => 200];
        $roles = array_column(self::siteRoles(), 'role');

        return [
            'roles' => [
                'description' => __('As what users come in, by the names of their roles.', 'bluebridge'),
                'type' => 'object',
                'additionalProperties' => false,
                'properties' => array_fill_keys($roles, $standing),
            ],
            'others' => ['description' => __('As what users with other roles come in.', 'bluebridge')] + $standing,
            'loginRequired' => [
                'description' => __('Whether nobody comes in without an account, not even with a code or an invitation.', 'bluebridge'),
                'type' => 'boolean',
            ],
            'colleaguesMayPlace' => [
                'description' => __('Whether other people who may have rooms can show this one on their pages.', 'bluebridge'),
                'type' => 'boolean',
            ],
            'viewerCode' => $code(__('A new code for people who are not moderators; an empty one takes it away.', 'bluebridge')),
            'moderatorCode' => $code(__('A new code that makes moderators; an empty one takes it away.', 'bluebridge')),
        ];
    }

    /** @return array<string, mixed> */
    public static function invitation(): array
    {
        $number = ['type' => 'integer', 'readonly' => true];

        return [
            '$schema' => self::DRAFT,
            'title' => 'bluebridge_invitation',
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => [
                'id' => ['description' => __('Number of the invitation.', 'bluebridge')] + $number,
                'state' => [
                    'description' => __('Whether it still lets people in.', 'bluebridge'),
                    'type' => 'string',
                    'enum' => ['open', 'used_up', 'expired', 'revoked'],
                    'readonly' => true,
                ],
                'uses' => ['description' => __('How many people have used it.', 'bluebridge')] + $number,
                'createdAt' => ['description' => __('When it was made, in epoch ms.', 'bluebridge')] + $number,
                'url' => [
                    'description' => __('The link. It is told once, to who has made the invitation.', 'bluebridge'),
                    'type' => 'string',
                    'format' => 'uri',
                    'readonly' => true,
                ],
            ] + self::newInvitation(),
        ];
    }

    /** @return array<string, array<string, mixed>> */
    public static function newInvitation(): array
    {
        return [
            'role' => [
                'description' => __('As what people come in.', 'bluebridge'),
                'type' => 'string',
                'enum' => ['viewer', 'moderator'],
                'default' => 'viewer',
            ],
            'label' => [
                'description' => __('For whom it is; only those see it who may change the room.', 'bluebridge'),
                'type' => 'string',
                'default' => '',
                'maxLength' => 100,
            ],
            'expiresAt' => [
                'description' => __('From when on it lets nobody in, in epoch ms; 0 for never.', 'bluebridge'),
                'type' => 'integer',
                'minimum' => 0,
                'maximum' => 253402300799999,
                'default' => 0,
            ],
            'mostUses' => [
                'description' => __('How many people may use it; 0 for any number.', 'bluebridge'),
                'type' => 'integer',
                'minimum' => 0,
                'maximum' => 100000,
                'default' => 0,
            ],
        ];
    }

    /** @return list<array{role: string, name: string}> */
    public static function siteRoles(): array
    {
        $roles = [];
        foreach (wp_roles()->get_names() as $role => $name) {
            $roles[] = ['role' => (string) $role, 'name' => translate_user_role((string) $name)];
        }

        return $roles;
    }
}
