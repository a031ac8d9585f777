<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Recording\Playback;
use OCA\Bluebridge\Recording\RecordingCards;
use OCA\Bluebridge\Service\RoomContext;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\IRequest;

/** Leads people of a room to a recording of it. Where the server has it is asked for at the click. */
final class PlaybackController extends Controller
{
    public function __construct(
        IRequest $request,
        private readonly RoomContext $context,
        private readonly RecordingMapper $index,
        private readonly RecordingCards $cards,
        private readonly Playback $playback,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[NoCSRFRequired]
    #[RequireRole(Role::Viewer)]
    #[FrontpageRoute(verb: 'GET', url: '/rooms/{id}/recordings/{recordID}/{format}', requirements: ['id' => '\d+'])]
    public function watch(string $recordID, string $format): SeeOther
    {
        $room = $this->context->room();
        $role = $this->context->role();
        $recording = $this->index->find($room->getId(), $recordID);
        $mayWatch = $recording !== null && $this->cards->of($room, $recording, $role) !== null;
        $url = $mayWatch ? $this->playback->url($room, $recording, RecordingCards::viewerOf($role), $format) : null;

        return new SeeOther($url ?? throw Problem::notFound('no_such_recording'));
    }
}
