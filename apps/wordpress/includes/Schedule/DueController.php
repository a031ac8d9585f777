<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Schedule;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Rest\Given;
use Bluebridge\WordPress\Rest\StrictController;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * The address that a system's cron asks once a minute. Asking it twice does no more than asking it once,
 * so it takes GET too, which is all that some hosts' crons can do.
 */
final class DueController extends StrictController
{
    private const PAUSE = 10_000;

    private const BUDGET = 20_000;

    private const ROUTE = '/end-due';

    public function __construct(
        private readonly EndDue $endDue,
        private readonly Moments $moments,
        private readonly Clock $clock,
    ) {
    }

    /** Gives the address with its token. */
    public static function address(string $token): string
    {
        return add_query_arg('token', $token, rest_url(self::NAMESPACE . self::ROUTE));
    }

    public function register_routes(): void
    {
        $hasToken = static fn (WP_REST_Request $request): bool|WP_Error => DueToken::matches(self::tokenOf($request))
            ? true
            : new WP_Error('bluebridge_token_wrong', __('This address is not valid any more.', 'bluebridge'), ['status' => 403]);
        $args = ['token' => [
            'description' => __('The token of the address. It may also be sent as a bearer.', 'bluebridge'),
            'type' => 'string',
            'default' => '',
            'maxLength' => 64,
        ]];
        register_rest_route(self::NAMESPACE, self::ROUTE, [
            self::method(WP_REST_Server::READABLE, $this->run(...), $hasToken, $args),
            self::method(WP_REST_Server::CREATABLE, $this->run(...), $hasToken, $args),
            'schema' => self::schema(...),
        ]);
    }

    private function run(): WP_REST_Response
    {
        $now = $this->clock->now();
        if (!$this->moments->claim('end_due_address', $now, self::PAUSE)) {
            $response = new WP_REST_Response([
                'code' => 'bluebridge_too_often',
                'message' => __('Once a minute is enough.', 'bluebridge'),
                'data' => ['status' => 429],
            ], 429);
            $response->header('Retry-After', (string) intdiv(self::PAUSE, 1000));

            return $response;
        }
        $tally = $this->endDue->run(self::BUDGET);
        $response = new WP_REST_Response([
            'looked' => $tally->looked,
            'warned' => $tally->warned,
            'ended' => $tally->ended,
            'failed' => $tally->failed,
        ]);
        $response->header('Cache-Control', 'no-store');

        return $response;
    }

    private static function tokenOf(WP_REST_Request $request): string
    {
        $bearer = $request->get_header('authorization') ?? '';
        $isBearer = preg_match('/^Bearer\s+([0-9a-f]{64})$/iD', $bearer, $found) === 1;

        return $isBearer ? $found[1] : (new Given($request))->text('token') ?? '';
    }

    /** @return array<string, mixed> */
    private static function schema(): array
    {
        $count = static fn (string $description): array => ['description' => $description, 'type' => 'integer', 'readonly' => true];

        return [
            '$schema' => 'http://json-schema.org/draft-04/schema#',
            'title' => 'bluebridge_end_due',
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => [
                'looked' => $count(__('Meetings that something was due about.', 'bluebridge')),
                'warned' => $count(__('Meetings whose people were warned.', 'bluebridge')),
                'ended' => $count(__('Meetings that were ended and are gone.', 'bluebridge')),
                'failed' => $count(__('What the server did not do; it is tried again.', 'bluebridge')),
            ],
        ];
    }
}
