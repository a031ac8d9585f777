<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

use Bluebridge\WordPress\Rest\StrictController;
use WP_REST_Response;
use WP_REST_Server;

/** The checks that ask other machines, for the page of Site Health. */
final class HealthController extends StrictController
{
    /** @param list<Check> $checks */
    public function __construct(private readonly array $checks)
    {
    }

    public function register_routes(): void
    {
        $mayLook = static fn (): bool => current_user_can('view_site_health_checks');
        foreach ($this->checks as $check) {
            if (!$check instanceof SlowCheck) {
                continue;
            }
            $answer = static function () use ($check): WP_REST_Response {
                $response = new WP_REST_Response($check->finding()->forSiteHealth($check->id()));
                $response->header('Cache-Control', 'no-store');

                return $response;
            };
            register_rest_route(self::NAMESPACE, "/health/{$check->id()}", [
                self::method(WP_REST_Server::READABLE, $answer, $mayLook, []),
                'schema' => self::schema(...),
            ]);
        }
    }

    /** @return array<string, mixed> */
    private static function schema(): array
    {
        $text = ['type' => 'string', 'readonly' => true];

        return [
            '$schema' => 'http://json-schema.org/draft-04/schema#',
            'title' => 'bluebridge_finding',
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => [
                'label' => $text,
                'status' => $text + ['enum' => ['good', 'recommended', 'critical']],
                'badge' => [
                    'type' => 'object',
                    'readonly' => true,
                    'additionalProperties' => false,
                    'properties' => ['label' => $text, 'color' => $text],
                ],
                'description' => $text,
                'actions' => $text,
                'test' => $text,
            ],
        ];
    }
}
