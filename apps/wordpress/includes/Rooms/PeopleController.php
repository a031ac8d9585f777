<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Rest\Given;
use Bluebridge\WordPress\Rest\StrictController;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;
use WP_User;
use WP_User_Query;

/**
 * People who can be co-hosts, in the REST API: for most those who may have rooms themselves, so that
 * nobody learns who else has an account; who may list all people of the site finds everybody.
 */
final class PeopleController extends StrictController
{
    private const MOST = 20;

    public function register_routes(): void
    {
        $mayHaveRooms = static fn (): bool => current_user_can(Rights::EDIT);
        register_rest_route(self::NAMESPACE, '/people', [
            self::method(WP_REST_Server::READABLE, self::find(...), $mayHaveRooms, [
                'search' => [
                    'description' => __('Part of a name.', 'bluebridge'),
                    'type' => 'string',
                    'required' => true,
                    'minLength' => 2,
                    'maxLength' => 100,
                ],
            ]),
            'schema' => self::schema(...),
        ]);
    }

    private static function find(WP_REST_Request $request): WP_REST_Response
    {
        // A star means anything to WordPress.
        $text = trim(str_replace('*', '', (new Given($request))->line('search') ?? ''));
        $query = new WP_User_Query([
            'search' => "*{$text}*",
            'search_columns' => ['display_name'],
            'number' => self::MOST,
            'orderby' => 'display_name',
            'count_total' => false,
        ] + (current_user_can('list_users') ? [] : ['capability' => Rights::EDIT]));
        $people = array_filter($query->get_results(), static fn (mixed $user): bool => $user instanceof WP_User);

        return new WP_REST_Response($text === '' ? [] : array_map(static fn (WP_User $user): array => [
            'id' => $user->ID,
            'name' => $user->display_name,
        ], array_values($people)));
    }

    /** @return array<string, mixed> */
    private static function schema(): array
    {
        return [
            '$schema' => 'http://json-schema.org/draft-04/schema#',
            'title' => 'bluebridge_person',
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => [
                'id' => ['description' => __('Number of the user.', 'bluebridge'), 'type' => 'integer', 'readonly' => true],
                'name' => ['description' => __('Name of the user.', 'bluebridge'), 'type' => 'string', 'readonly' => true],
            ],
        ];
    }
}
