<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Model\Visibility;
use OCA\Bluebridge\Recording\RecordingCards;
use OCA\Bluebridge\Recording\RecordingChanges;
use OCA\Bluebridge\Recording\RecordingLinks;
use OCA\Bluebridge\Recording\RecordingsKeeper;
use OCA\Bluebridge\Service\RoomContext;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The recordings of a room in the API, from our own index. */
final class RecordingsController extends OCSController
{
    private const LONGEST_NAME = 256;

    /** When the server has been asked, mostly, ms. */
    private const LOOK_AGAIN_AFTER = 5_000;

    public function __construct(
        IRequest $request,
        private readonly RoomContext $context,
        private readonly RecordingMapper $index,
        private readonly RecordingsKeeper $keeper,
        private readonly RecordingChanges $changes,
        private readonly RecordingCards $cards,
        private readonly RecordingLinks $links,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Viewer)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms/{id}/recordings')]
    public function index(string $search = ''): DataResponse
    {
        $room = $this->context->room();
        $isDue = $this->keeper->refresh($room);
        $cards = [];
        foreach ($this->index->ofRoom($room->getId()) as $recording) {
            $card = $this->cards->of($room, $recording, $this->context->role());
            if ($card !== null && (trim($search) === '' || mb_stripos($card['name'], trim($search)) !== false)) {
                $cards[] = $card;
            }
        }

        return new DataResponse($cards, headers: $isDue ? ['Bluebridge-Ask-After' => (string) self::LOOK_AGAIN_AFTER] : []);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'PATCH', url: '/api/v1/rooms/{id}/recordings/{recordID}')]
    public function update(
        string $recordID,
        ?string $name = null,
        ?bool $published = null,
        ?string $visibility = null,
        ?bool $isProtected = null,
        ?string $linkPassword = null,
        ?int $linkExpiresAt = null,
    ): DataResponse {
        $recording = $this->find($recordID);
        $room = $this->context->room();
        // What is refused must not be half done.
        $title = $name === null ? null : self::nameIn($name);
        if ($isProtected !== null && !$recording->knowsProtection()) {
            throw Problem::conflict('protect_unsupported');
        }
        $this->share($recording, $visibility, array_intersect_key(
            ['linkPassword' => $linkPassword, 'linkExpiresAt' => $linkExpiresAt],
            $this->request->getParams(),
        ));
        $isConfirmed = true;
        if ($title !== null) {
            $isConfirmed = $this->changes->rename($room, $recording, $title);
        }
        if ($published !== null) {
            $isConfirmed = $this->changes->publish($room, $recording, $published) && $isConfirmed;
        }
        if ($isProtected !== null) {
            $isConfirmed = $this->changes->protect($room, $recording, $isProtected) && $isConfirmed;
        }
        $card = $this->cards->of($room, $this->find($recordID), $this->context->role()) ?? throw Problem::notFound('no_such_recording');

        return new DataResponse($card + ['isConfirmed' => $isConfirmed]);
    }

    /** Says whether the server lists it no more; until then nobody is shown it. */
    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'DELETE', url: '/api/v1/rooms/{id}/recordings/{recordID}')]
    public function destroy(string $recordID): DataResponse
    {
        return new DataResponse(['isConfirmed' => $this->changes->delete($this->context->room(), $this->find($recordID))]);
    }

    /**
     * Says who sees it, and by which link.
     *
     * @param array{linkPassword?: string|null, linkExpiresAt?: int|null} $link what was sent of it; null takes it away
     */
    private function share(Recording $recording, ?string $visibility, array $link): void
    {
        if ($visibility === null && $link === []) {
            return;
        }
        $this->links->show($recording, $visibility === null
            ? $recording->visibility()
            : Visibility::tryFrom($visibility) ?? throw Problem::invalid('visibility_invalid'));
        if (array_key_exists('linkPassword', $link)) {
            $this->links->lock($recording, $link['linkPassword']);
        }
        if (array_key_exists('linkExpiresAt', $link)) {
            $this->links->limit($recording, $link['linkExpiresAt']);
        }
        $this->index->update($recording);
    }

    private function find(string $recordID): Recording
    {
        return $this->index->find($this->context->room()->getId(), $recordID) ?? throw Problem::notFound('no_such_recording');
    }

    private static function nameIn(string $name): string
    {
        $name = trim($name);
        if ($name === '' || mb_strlen($name) > self::LONGEST_NAME || preg_match('/\p{Cc}/u', $name) !== 0) {
            throw Problem::invalid('recording_name_invalid');
        }

        return $name;
    }
}
