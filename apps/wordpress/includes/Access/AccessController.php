<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Rest\Given;
use Bluebridge\WordPress\Rest\StrictController;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/** How people come into a room, in the REST API. Codes go in and never come out again. */
final class AccessController extends StrictController
{
    public function __construct(private readonly AccessStore $store)
    {
    }

    public function register_routes(): void
    {
        register_rest_route(self::NAMESPACE, '/rooms/(?P<id>\d+)/access', [
            self::method(WP_REST_Server::READABLE, $this->read(...), self::may('edit_post'), self::ROOM_ID),
            self::method(WP_REST_Server::EDITABLE, $this->change(...), self::may('edit_post'), self::ROOM_ID + AccessSchema::writable()),
            'schema' => AccessSchema::item(...),
        ]);
    }

    private function read(WP_REST_Request $request): WP_REST_Response
    {
        return $this->reply(Given::roomId($request));
    }

    private function change(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $id = Given::roomId($request);
        $given = new Given($request);
        $codes = ['viewer' => $given->text('viewerCode'), 'moderator' => $given->text('moderatorCode')];
        $problem = $this->problemOf($id, $codes);
        if ($problem !== '') {
            return new WP_Error('bluebridge_invalid_code', $problem, ['status' => 400]);
        }
        foreach ($codes as $role => $code) {
            if ($code !== null) {
                $this->store->keepCode($id, $role, trim($code));
            }
        }
        $before = $this->store->read($id);
        $this->store->keep($id, AccessSettings::of([
            'roles' => $given->object('roles') ?? $before->roles,
            'others' => $given->text('others') ?? $before->others,
            'loginRequired' => $given->flag('loginRequired') ?? $before->loginRequired,
            'colleaguesMayPlace' => $given->flag('colleaguesMayPlace') ?? $before->colleaguesMayPlace,
        ]));

        return $this->reply($id);
    }

    /** @param array{viewer: string|null, moderator: string|null} $codes null leaves one as it is */
    private function problemOf(int $id, array $codes): string
    {
        foreach ($codes as $code) {
            if ($code !== null && trim($code) !== '' && !Codes::isLongEnough($code)) {
                /* translators: 1: the least number of characters, 2: the largest */
                return sprintf(__('A code has %1$d to %2$d characters.', 'bluebridge'), Codes::SHORTEST, Codes::LONGEST);
            }
        }
        $viewer = trim($codes['viewer'] ?? '');
        $moderator = trim($codes['moderator'] ?? '');
        $areSame = ($viewer !== '' && $viewer === $moderator)
            || ($codes['moderator'] === null && $viewer !== '' && Codes::fits($viewer, $this->store->codeHash($id, 'moderator')))
            || ($codes['viewer'] === null && $moderator !== '' && Codes::fits($moderator, $this->store->codeHash($id, 'viewer')));

        return $areSame ? __('The two codes must differ: the moderator code makes a moderator.', 'bluebridge') : '';
    }

    private function reply(int $id): WP_REST_Response
    {
        $response = new WP_REST_Response($this->store->read($id)->fields() + [
            'hasViewerCode' => $this->store->codeHash($id, 'viewer') !== '',
            'hasModeratorCode' => $this->store->codeHash($id, 'moderator') !== '',
            'moderatorsBound' => Policies::current()->mustWait,
            'siteRoles' => AccessSchema::siteRoles(),
        ]);
        $response->header('Cache-Control', 'no-store');

        return $response;
    }
}
