<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Db\Member;
use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\MemberKind;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Service\Asker;
use OCA\Bluebridge\Service\Members;
use OCA\Bluebridge\Service\RoomAddresses;
use OCA\Bluebridge\Service\RoomContext;
use OCA\Bluebridge\Service\Targets;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Whom a room is shared with, in the API. */
final class MembersController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly Asker $asker,
        private readonly RoomContext $context,
        private readonly MemberMapper $mapper,
        private readonly Members $members,
        private readonly Targets $targets,
        private readonly RoomAddresses $addresses,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Viewer)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms/{id}/members')]
    public function index(): DataResponse
    {
        // Addresses are told to who has typed them, not to every member.
        $seesMail = $this->context->role()->reaches(Role::Manager);
        $members = array_filter(
            $this->mapper->ofRoom($this->context->room()->getId()),
            static fn (Member $member): bool => $seesMail || $member->kind() !== MemberKind::Email,
        );

        return new DataResponse(array_map($this->view(...), array_values($members)));
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[UserRateLimit(limit: 200, period: 3600)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/members')]
    public function create(string $kind = '', string $target = '', string $role = ''): DataResponse
    {
        [$kindOf, $roleOf] = [MemberKind::tryFrom($kind), Role::tryFrom($role)];
        if ($kindOf === null || $roleOf === null) {
            throw Problem::invalid('member_invalid');
        }
        [$member, $secret] = $this->members->add($this->context->room(), $this->asker->user(), $kindOf, $target, $roleOf);
        $link = $secret === '' ? [] : ['url' => $this->addresses->personal($secret)];

        return new DataResponse($this->view($member) + $link, Http::STATUS_CREATED);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'PATCH', url: '/api/v1/rooms/{id}/members/{memberId}')]
    public function update(int $memberId, string $role = ''): DataResponse
    {
        $roleOf = Role::tryFrom($role) ?? throw Problem::invalid('member_invalid');

        return new DataResponse($this->view($this->members->change($this->find($memberId), $roleOf)));
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'DELETE', url: '/api/v1/rooms/{id}/members/{memberId}')]
    public function destroy(int $memberId): DataResponse
    {
        $this->members->remove($this->context->room(), $this->find($memberId));

        return new DataResponse((object) []);
    }

    private function find(int $memberId): Member
    {
        return $this->mapper->find($this->context->room()->getId(), $memberId) ?? throw Problem::notFound('no_such_member');
    }

    /** @return array{id: int, kind: string, target: string, name: string, role: string} */
    private function view(Member $member): array
    {
        $kind = $member->kind();

        return [
            'id' => $member->getId(),
            'kind' => $member->getKind(),
            'target' => $member->getTarget(),
            'name' => $kind === null ? $member->getTarget() : $this->targets->nameOf($this->asker->user(), $kind, $member->getTarget()),
            'role' => $member->role()->value,
        ];
    }
}
