<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Db\LinkMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Meeting\StatusDesk;
use OCA\Bluebridge\People\AccessPolicy;
use OCA\Bluebridge\People\Visitors;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Service\RoomTerms;
use OCA\Bluebridge\Words\ProblemWords;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\Attribute\UseSession;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;
use OCP\IURLGenerator;

/**
 * The page of a room for everybody who was told its address, and their way in. To open it does nothing:
 * what reads links for a preview opens no room.
 */
final class GuestController extends Controller
{
    private const ACTION = 'bluebridgeRoom';

    /** From one address: a whole school is behind one, and whoever waits comes twice. */
    private const POSTS_PER_MINUTE = 1200;

    public function __construct(
        IRequest $request,
        private readonly RoomMapper $rooms,
        private readonly LinkMapper $links,
        private readonly Visitors $visitors,
        private readonly StatusDesk $status,
        private readonly DoorPage $page,
        private readonly WayIn $wayIn,
        private readonly RoomTerms $terms,
        private readonly ProblemWords $problemWords,
        private readonly IURLGenerator $urls,
        private readonly Clock $clock,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[PublicPage]
    #[NoCSRFRequired]
    #[BruteForceProtection(action: self::ACTION)]
    #[FrontpageRoute(verb: 'GET', url: '/r/{token}')]
    public function show(string $token): Response
    {
        $room = $this->rooms->findByToken($token);

        return $room === null ? $this->missing('no_such_room') : $this->page->show($room, $this->addressOf($room));
    }

    /** The token of the form is checked by `WayIn`, which says it in words when the page was open for too long. */
    #[PublicPage]
    #[NoCSRFRequired]
    #[UseSession]
    #[AnonRateLimit(limit: self::POSTS_PER_MINUTE, period: 60)]
    #[UserRateLimit(limit: 60, period: 60)]
    #[BruteForceProtection(action: self::ACTION)]
    #[FrontpageRoute(verb: 'POST', url: '/r/{token}')]
    public function join(string $token, string $name = '', string $code = '', string $consents = '', string $waiting = ''): Response
    {
        $room = $this->rooms->findByToken($token);

        return $room === null
            ? $this->missing('no_such_room')
            : $this->wayIn->take($room, $this->addressOf($room), $name, $code, $consents === 'yes', $waiting === 'yes');
    }

    #[PublicPage]
    #[NoCSRFRequired]
    #[BruteForceProtection(action: self::ACTION)]
    #[FrontpageRoute(verb: 'GET', url: '/r/{token}/status')]
    public function status(string $token, bool $waiting = false): Response
    {
        $room = $this->rooms->findByToken($token);
        if ($room === null) {
            $response = new JSONResponse(['code' => 'no_such_room'], Http::STATUS_NOT_FOUND);
            $response->throttle(['action' => self::ACTION]);

            return $response;
        }
        if (!$this->isOpenTo($room)) {
            return new JSONResponse(['code' => 'login_required'], Http::STATUS_FORBIDDEN);
        }
        [$sign, $againIn] = $this->status->look($room, $waiting);

        return StatusAnswer::plain($sign, $againIn);
    }

    /** The page that a personal link leads to. To open it uses nothing up. */
    #[PublicPage]
    #[NoCSRFRequired]
    #[BruteForceProtection(action: self::ACTION)]
    #[FrontpageRoute(verb: 'GET', url: '/i/{secret}')]
    public function invited(string $secret): Response
    {
        $room = $this->roomOfLink($secret);

        if ($room === null) {
            return $this->missing('no_such_link');
        }
        if (!$this->terms->mayInviteGuests($room)) {
            return $this->page->refuse($room, $this->addressOf($room), Problem::forbidden('guests_not_allowed'));
        }

        return $this->page->invited($room, $this->personalOf($secret), $this->nameIn($secret));
    }

    #[PublicPage]
    #[NoCSRFRequired]
    #[UseSession]
    #[AnonRateLimit(limit: self::POSTS_PER_MINUTE, period: 60)]
    #[UserRateLimit(limit: 60, period: 60)]
    #[BruteForceProtection(action: self::ACTION)]
    #[FrontpageRoute(verb: 'POST', url: '/i/{secret}')]
    public function joinInvited(string $secret, string $name = '', string $consents = '', string $waiting = ''): Response
    {
        $room = $this->roomOfLink($secret);
        if ($room === null) {
            return $this->missing('no_such_link');
        }
        if (!$this->wayIn->isOurForm()) {
            return $this->page->invited($room, $this->personalOf($secret), $this->nameIn($secret), $this->wayIn->tooLate(), Http::STATUS_FORBIDDEN);
        }
        $this->visitors->invite($room, $secret);

        // From here on their browser is known, and the secret is on no page any more.
        return $this->wayIn->take($room, $this->addressOf($room), $name, '', $consents === 'yes', $waiting === 'yes');
    }

    private function roomOfLink(string $secret): ?Room
    {
        $link = $this->links->findBySecret($secret);

        return $link !== null && $link->isOpen($this->clock->now()) ? $this->rooms->find($link->getRoomId()) : null;
    }

    private function nameIn(string $secret): string
    {
        return $this->links->findBySecret($secret)?->getName() ?? '';
    }

    private function isOpenTo(Room $room): bool
    {
        $visitor = $this->visitors->lookingAt($room);

        return $visitor->role !== null
            || $visitor->invitedAs !== null
            || ($this->page->letsGuestsIn($room) && !AccessPolicy::mustLogIn($room->getLoginRequired() === true, $visitor));
    }

    private function personalOf(string $secret): string
    {
        return $this->urls->linkToRoute('bluebridge.guest.joinInvited', ['secret' => $secret]);
    }

    private function addressOf(Room $room): string
    {
        return $this->urls->linkToRoute('bluebridge.guest.join', ['token' => $room->getToken()]);
    }

    /** Who guesses addresses is made to wait by Nextcloud. */
    private function missing(string $problem): TemplateResponse
    {
        $text = $this->problemWords->of(Problem::notFound($problem));
        $page = new TemplateResponse(Application::APP_ID, 'error', ['text' => $text], TemplateResponse::RENDER_AS_GUEST);
        $page->setStatus(Http::STATUS_NOT_FOUND);
        $page->throttle(['action' => self::ACTION]);

        return $page;
    }
}
