<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\BackgroundJob\SaveRecording;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Recording\Captions;
use OCA\Bluebridge\Recording\Playback;
use OCA\Bluebridge\Recording\RecordingCards;
use OCA\Bluebridge\Recording\SavedRecordings;
use OCA\Bluebridge\Service\Asker;
use OCA\Bluebridge\Service\RoomContext;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\BackgroundJob\IJobList;
use OCP\IRequest;

/** Captions of recordings, and saving them into somebody's files, in the API. */
final class RecordingExtrasController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly RoomContext $context,
        private readonly Asker $asker,
        private readonly RecordingMapper $index,
        private readonly RecordingCards $cards,
        private readonly Captions $captions,
        private readonly Playback $playback,
        private readonly SavedRecordings $saved,
        private readonly IJobList $jobs,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms/{id}/recordings/{recordID}/captions')]
    public function captions(string $recordID): DataResponse
    {
        return new DataResponse($this->captions->of($this->context->room(), $this->find($recordID)));
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[UserRateLimit(limit: 30, period: 600)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/recordings/{recordID}/captions')]
    public function addCaptions(string $recordID, string $language = '', string $content = ''): DataResponse
    {
        $room = $this->context->room();
        $recording = $this->find($recordID);
        $this->captions->add($room, $recording, $language, $content);

        return new DataResponse($this->captions->of($room, $recording), Http::STATUS_CREATED);
    }

    /**
     * Saves one format, now or, where that takes long, by a job. It is not called that here: `format` is what Nextcloud answers in.
     *
     * @param string $folder in the files of who asks
     */
    #[NoAdminRequired]
    #[RequireRole(Role::Viewer)]
    #[UserRateLimit(limit: 20, period: 600)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/recordings/{recordID}/save')]
    public function save(string $recordID, string $folder = '', string $type = ''): DataResponse
    {
        [$room, $role] = [$this->context->room(), $this->context->role()];
        $recording = $this->find($recordID);
        $url = $this->playback->url($room, $recording, RecordingCards::viewerOf($role), $type) ?? throw Problem::notFound('no_such_recording');
        $name = $this->cards->of($room, $recording, $role)['name'] ?? '';
        $page = $this->cards->watchUrl($room, $recording, $type);
        $userId = $this->asker->user()->getUID();
        $saved = $this->saved->save($userId, $folder, $name, $url, $page);
        if ($saved['isLater']) {
            $this->jobs->add(SaveRecording::class, ['user' => $userId, 'room' => (string) $room->getId(), 'recordID' => $recordID, 'folder' => $folder, 'type' => $type]);
        }

        return new DataResponse($saved, Http::STATUS_CREATED);
    }

    private function find(string $recordID): Recording
    {
        $recording = $this->index->find($this->context->room()->getId(), $recordID);
        $isSeen = $recording !== null && $this->cards->of($this->context->room(), $recording, $this->context->role()) !== null;

        return $isSeen ? $recording : throw Problem::notFound('no_such_recording');
    }
}
