<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Entrance\InvitationAddress;
use Bluebridge\WordPress\Rest\Given;
use Bluebridge\WordPress\Rest\StrictController;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/** The invitations to a room in the REST API, for those who may change the room. */
final class InvitationsController extends StrictController
{
    public function __construct(private readonly Invitations $invitations, private readonly Clock $clock)
    {
    }

    public function register_routes(): void
    {
        $mayChange = self::may('edit_post');
        $invitation = ['invitation' => ['type' => 'integer', 'minimum' => 1, 'required' => true]];
        register_rest_route(self::NAMESPACE, '/rooms/(?P<id>\d+)/invitations', [
            self::method(WP_REST_Server::READABLE, $this->list(...), $mayChange, self::ROOM_ID),
            self::method(WP_REST_Server::CREATABLE, $this->add(...), $mayChange, self::ROOM_ID + AccessSchema::newInvitation()),
            'schema' => AccessSchema::invitation(...),
        ]);
        register_rest_route(self::NAMESPACE, '/rooms/(?P<id>\d+)/invitations/(?P<invitation>\d+)', [
            self::method(WP_REST_Server::DELETABLE, $this->revoke(...), $mayChange, self::ROOM_ID + $invitation),
            'schema' => AccessSchema::invitation(...),
        ]);
    }

    private function list(WP_REST_Request $request): WP_REST_Response
    {
        $response = new WP_REST_Response(array_map($this->reply(...), $this->invitations->of(Given::roomId($request))));
        $response->header('Cache-Control', 'no-store');

        return $response;
    }

    private function add(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $given = new Given($request);
        $expiresAt = $given->number('expiresAt');
        if ($expiresAt > 0 && $expiresAt <= $this->clock->now()) {
            return new WP_Error('bluebridge_invitation_over', __('That time is over already.', 'bluebridge'), ['status' => 400]);
        }
        $role = $given->text('role') === 'moderator' ? 'moderator' : 'viewer';
        $label = $given->line('label') ?? '';
        $made = $this->invitations->make($given->number('id'), $role, $label, $expiresAt, $given->number('mostUses'));
        if ($made === null) {
            $message = __('This room has too many invitations. Please revoke some of them first.', 'bluebridge');

            return new WP_Error('bluebridge_too_many_invitations', $message, ['status' => 409]);
        }
        [$invitation, $token] = $made;
        $response = new WP_REST_Response($this->reply($invitation) + ['url' => InvitationAddress::of($token)], 201);
        $response->header('Cache-Control', 'no-store');

        return $response;
    }

    private function revoke(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $given = new Given($request);
        $invitation = $this->invitations->find($given->number('id'), $given->number('invitation'));
        if ($invitation === null) {
            $message = __('There is no such invitation.', 'bluebridge');

            return new WP_Error('bluebridge_invitation_unknown', $message, ['status' => 404]);
        }
        $this->invitations->revoke($invitation);

        return new WP_REST_Response($this->reply($this->invitations->find($invitation->roomId, $invitation->id) ?? $invitation));
    }

    /** @return array<string, string|int> */
    private function reply(Invitation $invitation): array
    {
        return [
            'id' => $invitation->id,
            'role' => $invitation->role,
            'label' => $invitation->label,
            'state' => $invitation->state($this->clock->now()),
            'uses' => $invitation->uses,
            'mostUses' => $invitation->mostUses,
            'createdAt' => $invitation->createdAt,
            'expiresAt' => $invitation->expiresAt,
        ];
    }
}
