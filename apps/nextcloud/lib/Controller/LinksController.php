<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Db\Link;
use OCA\Bluebridge\Db\LinkMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Service\Links;
use OCA\Bluebridge\Service\RoomAddresses;
use OCA\Bluebridge\Service\RoomContext;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Personal links of a room in the API. The address of one is told once. */
final class LinksController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly RoomContext $context,
        private readonly LinkMapper $mapper,
        private readonly Links $links,
        private readonly RoomAddresses $addresses,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms/{id}/links')]
    public function index(): DataResponse
    {
        // Those of members by e-mail belong to the members.
        $own = array_filter($this->mapper->ofRoom($this->context->room()->getId()), static fn (Link $link): bool => $link->getMemberId() === 0);

        return new DataResponse(array_map(self::view(...), array_values($own)));
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[UserRateLimit(limit: 200, period: 3600)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/links')]
    public function create(string $name = '', string $role = '', ?int $expiresAt = null): DataResponse
    {
        if ($role !== 'viewer' && $role !== 'moderator') {
            throw Problem::invalid('link_invalid');
        }
        [$link, $secret] = $this->links->make($this->context->room(), $name, $role, $expiresAt ?? 0);

        return new DataResponse(self::view($link) + ['url' => $this->addresses->personal($secret)], Http::STATUS_CREATED);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'DELETE', url: '/api/v1/rooms/{id}/links/{linkId}')]
    public function destroy(int $linkId): DataResponse
    {
        $link = $this->mapper->find($this->context->room()->getId(), $linkId) ?? throw Problem::notFound('no_such_link');
        $this->links->revoke($link);

        return new DataResponse((object) []);
    }

    /** @return array{id: int, name: string, role: string, expiresAt: int|null} */
    private static function view(Link $link): array
    {
        return [
            'id' => $link->getId(),
            'name' => $link->getName() ?? '',
            'role' => $link->leads() ? 'moderator' : 'viewer',
            'expiresAt' => $link->getExpiresAt() === 0 ? null : $link->getExpiresAt(),
        ];
    }
}
