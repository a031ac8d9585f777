<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Document\RoomDocuments;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Meeting\Meetings;
use OCA\Bluebridge\Meeting\StatusDesk;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\People\AccessPolicy;
use OCA\Bluebridge\People\Visitors;
use OCA\Bluebridge\Service\Asker;
use OCA\Bluebridge\Service\RoomAddresses;
use OCA\Bluebridge\Service\RoomContext;
use OCA\Bluebridge\Seats\SeatSigns;
use OCA\Bluebridge\Words\EntryWords;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The meeting of a room in the API: how it stands, opening it, ending it, writing into it. */
final class MeetingController extends OCSController
{
    private const LONGEST_MESSAGE = 500;

    /** Why a room cannot open for want of seats. */
    private const SHORTAGES = ['seats_exhausted', 'would_evict'];

    public function __construct(
        IRequest $request,
        private readonly Asker $asker,
        private readonly RoomContext $context,
        private readonly StatusDesk $status,
        private readonly Meetings $meetings,
        private readonly Visitors $visitors,
        private readonly RoomAddresses $addresses,
        private readonly EntryWords $entryWords,
        private readonly SeatSigns $seats,
        private readonly RoomDocuments $documents,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Viewer)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms/{id}/status')]
    public function status(bool $waiting = false): DataResponse
    {
        [$sign, $againIn] = $this->status->look($this->context->room(), $waiting);

        return StatusAnswer::of($sign, $againIn);
    }

    /**
     * Opens the room, with files for this meeting alone if some were chosen. Where seats are missing it
     * says who has them, and nothing is asked of the server.
     *
     * @param array<array-key, mixed> $evicts meetings beyond their time that the person agrees to end, as
     *     `confirms` of the seats named them
     * @param list<string> $paths in the files of who asks
     */
    #[NoAdminRequired]
    #[RequireRole(Role::Moderator)]
    #[UserRateLimit(limit: 30, period: 60)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/start')]
    public function start(array $evicts = [], array $paths = []): DataResponse
    {
        $room = $this->context->room();
        $participant = AccessPolicy::participant($this->visitors->lookingAt($room));
        $shown = $this->documents->choose($this->asker->user()->getUID(), $paths);
        $plan = $this->meetings->open($room, $participant, $this->addresses->page($room), array_values(array_filter($evicts, is_string(...))), $shown);
        $reason = $plan['reason'] ?? '';
        if (in_array($reason, self::SHORTAGES, true)) {
            return new DataResponse([
                'code' => $reason,
                'message' => $this->entryWords->text($plan),
                'seats' => $this->seats->by($room, $this->asker->user(), null),
            ], Http::STATUS_CONFLICT);
        }
        if ($shown !== [] && $plan['kind'] !== 'join') {
            return new DataResponse(['code' => $reason, 'message' => $this->entryWords->text($plan)], Http::STATUS_CONFLICT);
        }

        return new DataResponse($this->status->known($room) + ['nextLookMs' => StatusAnswer::SOON]);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Moderator)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/end')]
    public function end(): DataResponse
    {
        $room = $this->context->room();
        $this->meetings->end($room);

        return new DataResponse($this->status->known($room) + ['nextLookMs' => StatusAnswer::SOON]);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Moderator)]
    #[UserRateLimit(limit: 30, period: 60)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/message')]
    public function message(string $text = ''): DataResponse
    {
        $text = trim($text);
        if ($text === '' || mb_strlen($text) > self::LONGEST_MESSAGE) {
            throw Problem::invalid('message_invalid');
        }
        $this->meetings->tell($this->context->room(), $text, $this->asker->user()->getDisplayName());

        return new DataResponse((object) []);
    }
}
