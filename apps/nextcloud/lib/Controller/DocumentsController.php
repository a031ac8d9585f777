<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Db\DocumentMapper;
use OCA\Bluebridge\Document\RoomDocuments;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Service\Asker;
use OCA\Bluebridge\Service\RoomContext;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The files of a room in the API. */
final class DocumentsController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly RoomContext $context,
        private readonly Asker $asker,
        private readonly DocumentMapper $mapper,
        private readonly RoomDocuments $documents,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Moderator)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms/{id}/documents')]
    public function index(): DataResponse
    {
        return new DataResponse($this->documents->list($this->context->room()));
    }

    /**
     * Keeps files with the room, or sends them into the meeting that runs.
     *
     * @param list<string> $paths in the files of who asks
     */
    #[NoAdminRequired]
    #[RequireRole(Role::Moderator)]
    #[UserRateLimit(limit: 60, period: 600)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/documents')]
    public function create(array $paths = [], bool $keep = false): DataResponse
    {
        if ($keep) {
            $this->mayKeep();
        }
        $userId = $this->asker->user()->getUID();
        $chosen = $this->documents->choose($userId, $paths);
        if ($chosen === []) {
            throw Problem::invalid('no_such_document');
        }
        if ($keep) {
            $this->documents->keep($this->context->room(), $userId, array_column($chosen, 1));
        } else {
            $this->documents->send($this->context->room(), $chosen);
        }

        return $this->index();
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'DELETE', url: '/api/v1/rooms/{id}/documents/{documentId}')]
    public function destroy(int $documentId): DataResponse
    {
        $document = $this->mapper->find($this->context->room()->getId(), $documentId) ?? throw Problem::notFound('no_such_document');
        $this->mapper->delete($document);

        return new DataResponse((object) []);
    }

    /** To send a file is a matter of the meeting; to keep one changes the room. */
    private function mayKeep(): void
    {
        if (!$this->context->role()->reaches(Role::Manager)) {
            throw Problem::forbidden('role_too_low');
        }
    }
}
