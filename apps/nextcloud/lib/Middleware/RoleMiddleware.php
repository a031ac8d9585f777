<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Middleware;

use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Service\RoomAccess;
use OCA\Bluebridge\Service\RoomContext;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Middleware;
use OCP\IRequest;
use OCP\IUserSession;
use ReflectionMethod;

/**
 * Lets nobody do to a room what their role does not allow. A room that somebody has no role in is, for
 * them, not there. Methods get the room from `RoomContext`, so they cannot work on another one than
 * was checked.
 */
final class RoleMiddleware extends Middleware
{
    public function __construct(
        private readonly IRequest $request,
        private readonly IUserSession $session,
        private readonly RoomMapper $rooms,
        private readonly RoomAccess $access,
        private readonly RoomContext $context,
    ) {
    }

    /** @throws Problem `no_such_room` or `role_too_low` */
    public function beforeController(Controller $controller, string $methodName): void
    {
        $attribute = (new ReflectionMethod($controller, $methodName))->getAttributes(RequireRole::class)[0] ?? null;
        if ($attribute === null) {
            return;
        }
        $id = $this->idInAddress();
        $user = $this->session->getUser();
        $room = $id === null ? null : $this->rooms->find($id);
        $role = $room === null || $user === null ? null : $this->access->roleOf($room, $user);
        if ($room === null || $role === null) {
            throw Problem::notFound('no_such_room');
        }
        if (!$role->reaches($attribute->newInstance()->role)) {
            throw Problem::forbidden('role_too_low');
        }
        $this->context->enter($room, $role);
    }

    /** Parameters would not do: one in a body of JSON wins over that of the address. */
    private function idInAddress(): ?int
    {
        $isNamed = preg_match('~/rooms/(\d{1,18})(?:/|$)~D', (string) $this->request->getPathInfo(), $found) === 1;

        return $isNamed ? (int) $found[1] : null;
    }
}
