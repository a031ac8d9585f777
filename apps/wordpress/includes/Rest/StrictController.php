<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rest;

use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Words\ErrorWords;
use Closure;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;

/**
 * What the routes of the plugin have in common: parameters nobody declared are refused, and a server in
 * trouble is an answer with a code.
 *
 * @phpstan-type Answer WP_REST_Response|WP_Error
 * @phpstan-type Args array<string, array<string, mixed>>
 */
abstract class StrictController extends WP_REST_Controller
{
    public const NAMESPACE = 'bluebridge/v1';

    /** Parameters of WordPress itself that any request may have. */
    private const OF_WORDPRESS = ['_locale', '_fields', '_embed', '_envelope', '_method', '_jsonp', '_wpnonce', 'rest_route', 'context'];

    /** The id of a room in a path. */
    protected const ROOM_ID = ['id' => ['type' => 'integer', 'minimum' => 1, 'required' => true]];

    /**
     * Describes one method of a route.
     *
     * @param Closure(WP_REST_Request): Answer $callback
     * @param Closure(WP_REST_Request): (bool|WP_Error) $permission
     * @param Args $args
     * @return array<string, mixed>
     */
    protected static function method(string $methods, Closure $callback, Closure $permission, array $args): array
    {
        $checked = array_map(static fn (array $arg): array => $arg + [
            'validate_callback' => 'rest_validate_request_arg',
            'sanitize_callback' => 'rest_sanitize_request_arg',
        ], $args);

        return [
            'methods' => $methods,
            'callback' => static fn (WP_REST_Request $request): WP_REST_Response|WP_Error => self::answer($request, $callback, $args),
            'permission_callback' => $permission,
            'args' => $checked,
        ];
    }

    /**
     * Asks for a right over the room that a path names. For those who may not know of the room it is not
     * there.
     *
     * @return Closure(WP_REST_Request): (bool|WP_Error)
     */
    protected static function may(string $right): Closure
    {
        return static function (WP_REST_Request $request) use ($right): bool|WP_Error {
            $id = Given::roomId($request);
            if (!current_user_can(Rights::SEE, $id)) {
                return is_user_logged_in() ? self::noSuchRoom() : self::notAllowed();
            }

            return current_user_can($right, $id) ? true : self::notAllowed();
        };
    }

    /** Says that something is not there, or not for this person: nobody learns which of the two. */
    protected static function noSuchRoom(): WP_Error
    {
        return new WP_Error('bluebridge_room_unknown', __('There is no such room.', 'bluebridge'), ['status' => 404]);
    }

    /** Says that this person may not do that. */
    public static function notAllowed(): WP_Error
    {
        $status = rest_authorization_required_code();

        return new WP_Error('bluebridge_not_allowed', __('You are not allowed to do that.', 'bluebridge'), ['status' => $status]);
    }

    /**
     * @param Closure(WP_REST_Request): Answer $callback
     * @param Args $args
     */
    private static function answer(WP_REST_Request $request, Closure $callback, array $args): WP_REST_Response|WP_Error
    {
        $given = array_keys($request->get_query_params() + $request->get_body_params() + (array) $request->get_json_params());
        $unknown = array_values(array_diff($given, array_keys($args), self::OF_WORDPRESS));
        if ($unknown !== []) {
            /* translators: %s: names of parameters */
            $message = sprintf(__('Unknown parameters: %s', 'bluebridge'), implode(', ', $unknown));

            return new WP_Error('bluebridge_unknown_parameters', $message, ['status' => 400, 'params' => $unknown]);
        }
        try {
            return $callback($request);
        } catch (BbbException $error) {
            $code = "bluebridge_{$error->error->value}";

            return new WP_Error($code, ErrorWords::of($error->error), ['status' => ErrorWords::status($error->error)]);
        }
    }
}
