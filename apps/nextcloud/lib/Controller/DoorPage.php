<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Meeting\DoorSigns;
use OCA\Bluebridge\Meeting\StatusDesk;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\People\AccessPolicy;
use OCA\Bluebridge\People\Visitor;
use OCA\Bluebridge\People\Visitors;
use OCA\Bluebridge\Push\RoomPush;
use OCA\Bluebridge\Seats\SeatSigns;
use OCA\Bluebridge\Service\RoomTerms;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\JoinPlanner;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Room as Terms;
use OCA\Bluebridge\Words\EntryWords;
use OCA\Bluebridge\Words\ProblemWords;
use OCA\Bluebridge\Exception\Problem;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Template\PublicTemplateResponse;
use OCP\IURLGenerator;
use OCP\IUserSession;
use OCP\Util;

/**
 * The page at the door of a room, which also waits.
 *
 * @phpstan-import-type EntrySign from DoorSigns
 * @phpstan-import-type JoinPlan from JoinPlanner
 * @phpstan-import-type SeatSign from SeatSigns
 */
class DoorPage
{
    public function __construct(
        private readonly StatusDesk $status,
        private readonly DoorSigns $signs,
        private readonly Visitors $visitors,
        private readonly RoomTerms $terms,
        private readonly ProblemWords $problemWords,
        private readonly JoinPolicy $policy,
        private readonly IURLGenerator $urls,
        private readonly SeatSigns $seats,
        private readonly IUserSession $session,
        private readonly RoomPush $push,
    ) {
    }

    /** Shows how the room stands, and what is asked of somebody who wants to enter. */
    public function show(Room $room, string $action): PublicTemplateResponse
    {
        $visitor = $this->visitors->lookingAt($room);
        if (AccessPolicy::mustLogIn($room->getLoginRequired() === true, $visitor)) {
            return $this->refuse($room, $action, Problem::forbidden('login_required'), Http::STATUS_OK);
        }

        return $this->page($room, $visitor, $action, $this->status->known($room)['entry'], Http::STATUS_OK);
    }

    /** Shows the door to somebody with a personal link. */
    public function invited(Room $room, string $action, string $name, string $text = '', int $status = Http::STATUS_OK): PublicTemplateResponse
    {
        $seen = $this->visitors->lookingAt($room);
        $visitor = new Visitor($seen->userID, $seen->fullName === '' ? $name : $seen->fullName, $seen->role, $seen->hasAccount, invitedAs: 'viewer');
        $entry = ['kind' => 'join', 'reason' => '', 'text' => $text, 'opensAt' => 0];

        return $this->page($room, $visitor, $action, $entry, $status);
    }

    /** Tells whether a room is open to people who only know its address. */
    public function letsGuestsIn(Room $room): bool
    {
        return $this->terms->of($room)->is('guestsAllowed');
    }

    /**
     * Shows why somebody who pressed the button is not in yet, or takes them in as soon as they may.
     *
     * @param JoinPlan $plan that is not to go in
     */
    public function stay(Room $room, string $action, array $plan): PublicTemplateResponse
    {
        $waits = EntryWords::waits($plan);
        $entry = $this->signs->entry($room, $plan);
        $visitor = $this->visitors->lookingAt($room);
        $seats = in_array($entry['reason'], ['seats_exhausted', 'would_evict'], true) ? $this->seatsFor($room, $visitor) : null;
        $asks = $seats !== null && $entry['reason'] === 'would_evict';
        $entry = ($asks ? ['kind' => 'start'] : []) + $entry;
        $status = $waits || $entry['kind'] !== 'refuse' ? Http::STATUS_OK : Http::STATUS_FORBIDDEN;

        return $this->page($room, $visitor, $action, $entry, $status, $waits, $seats, isTold: !$waits);
    }

    /** Shows the door again, with what was wrong. */
    public function refuse(Room $room, string $action, Problem $problem, ?int $status = null): PublicTemplateResponse
    {
        return $this->tell($room, $action, $this->problemWords->of($problem), $status ?? $problem->status);
    }

    /** Shows the door with a text of ours. */
    public function tell(Room $room, string $action, string $text, int $status): PublicTemplateResponse
    {
        $entry = ['kind' => 'join', 'reason' => '', 'text' => $text, 'opensAt' => 0];

        return $this->page($room, $this->visitors->lookingAt($room), $action, $entry, $status, isTold: true);
    }

    /** @return SeatSign|null for those who lead the room */
    private function seatsFor(Room $room, Visitor $visitor): ?array
    {
        $user = $visitor->role?->reaches(Role::Moderator) === true ? $this->session->getUser() : null;

        return $user === null ? null : $this->seats->by($room, $user, null);
    }

    /**
     * @param EntrySign $entry
     * @param SeatSign|null $seats that are missing
     * @param bool $isTold whether the text answers what they did, and stays until there is something new
     */
    private function page(Room $room, Visitor $visitor, string $action, array $entry, int $status, bool $waits = false, ?array $seats = null, bool $isTold = false): PublicTemplateResponse
    {
        $terms = $this->terms->of($room);
        $isExpected = $visitor->role !== null || $visitor->invitedAs !== null;
        $asksLogin = AccessPolicy::mustLogIn($room->getLoginRequired() === true, $visitor);
        $isShut = !$isExpected && ($asksLogin || !$terms->is('guestsAllowed'));
        $page = new PublicTemplateResponse(Application::APP_ID, 'guest', [
            'room' => $room->getName(),
            'action' => $action,
            'statusUrl' => $isShut ? '' : $this->urls->linkToRoute('bluebridge.guest.status', ['token' => $room->getToken()]),
            // Only members are told what is new.
            'pushRoom' => $visitor->role !== null && $this->push->isThere() ? $room->getId() : 0,
            'requesttoken' => Util::callRegister(),
            'state' => $isShut ? 'closed' : $this->status->known($room)['state'],
            'text' => $entry['text'],
            'entryKind' => $entry['kind'],
            'waits' => $waits,
            'isTold' => $isTold,
            'asksName' => !$visitor->hasAccount,
            'name' => $visitor->fullName,
            'code' => $isExpected || $visitor->code !== null ? '' : self::codeAsked($terms),
            'isWrongCode' => $entry['reason'] === 'code_wrong',
            'asksConsent' => $terms->is('record') && $terms->is('recordingConsent'),
            'hasAgreed' => $waits && $visitor->recordingConsent === 'given',
            'loginUrl' => !$visitor->hasAccount && ($isShut || $asksLogin) ? $this->loginUrl($room) : '',
            'opensAt' => $entry['opensAt'],
            'holders' => $seats['holders'] ?? [],
            'evicts' => implode(',', $seats['confirms'] ?? []),
        ]);
        $page->setHeaderTitle($room->getName());
        $page->setFooterVisible(false);
        $page->setStatus($status);
        $page->setContentSecurityPolicy($this->policy->forDoor());
        // Nothing of this page is for anybody else, or for later.
        $page->addHeader('Cache-Control', 'no-store, private');
        $page->addHeader('Referrer-Policy', 'no-referrer');
        $page->addHeader('X-Robots-Tag', 'noindex');

        return $page;
    }

    private static function codeAsked(Terms $terms): string
    {
        return match (true) {
            $terms->is('hasViewerCode') => 'required',
            $terms->is('hasModeratorCode') => 'optional',
            default => '',
        };
    }

    private function loginUrl(Room $room): string
    {
        $back = $this->urls->linkToRoute('bluebridge.guest.show', ['token' => $room->getToken()]);

        return $this->urls->linkToRoute('core.login.showLoginForm', ['redirect_url' => $back]);
    }
}
