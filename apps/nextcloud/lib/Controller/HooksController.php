<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Hooks\HookDesk;
use OCA\Bluebridge\Hooks\Hooks;
use OCA\Bluebridge\Hooks\ReceivedRequest;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Callbacks\MeetingEnded;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Callbacks\Webhook;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Callbacks\WebhookProof;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Callbacks\WebhookRequest;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Callbacks\WebhookScheme;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\JSONResponse;
use OCP\IRequest;

/**
 * The addresses that servers call about their meetings. What they tell is only a reason to look: nothing
 * is believed of it but that something happened. A refusal is 403, 404 or 400, because servers take 401
 * for a success.
 */
final class HooksController extends Controller
{
    /** Servers repeat a delivery for about five minutes, ms. */
    private const LONGEST_AGE = 10 * 60_000;

    public function __construct(
        IRequest $request,
        private readonly ReceivedRequest $received,
        private readonly Accounts $accounts,
        private readonly Hooks $hooks,
        private readonly HookDesk $desk,
        private readonly RoomMapper $rooms,
        private readonly Clock $clock,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    /** Takes events of the one meeting that the address was made for. */
    #[PublicPage]
    #[NoCSRFRequired]
    #[FrontpageRoute(verb: 'POST', url: '/callbacks/events/{token}')]
    public function events(string $token): JSONResponse
    {
        $hook = preg_match('/^[0-9a-f]{64}$/D', $token) === 1 ? $this->hooks->byToken($token) : null;
        $account = $hook === null ? null : $this->accounts->named($hook->account);
        if ($hook === null || $account === null) {
            return self::refuse(Http::STATUS_NOT_FOUND);
        }
        // Also schemes that cover less: an event is no more than a hint.
        $proof = new WebhookProof($this->desk->urlOf($token), $account->settings->secret, WebhookScheme::cases());
        $request = new WebhookRequest($this->received->query(), $this->received->body(), $this->received->authorization());
        try {
            $webhook = Webhook::verify($request, $proof, [$hook->meetingID], null, $this->clock->now() - self::LONGEST_AGE);
        } catch (BbbException $error) {
            return self::refuse(self::statusOf($error));
        }
        // The server may not have forgotten yet an address whose room is gone.
        if ($webhook->events !== [] && $this->rooms->find($hook->roomId) !== null) {
            $ids = array_column($webhook->events, 'id');
            $this->desk->heard($hook->roomId, $hook->meetingID, in_array('meeting-ended', $ids, true));
        }

        return new JSONResponse(['taken' => true]);
    }

    /** Takes the end of a meeting. The address itself is the proof: nobody else can make it. */
    #[PublicPage]
    #[NoCSRFRequired]
    #[FrontpageRoute(verb: 'GET', url: '/callbacks/ended')]
    public function ended(string $room = ''): JSONResponse
    {
        $found = $this->rooms->find((int) $room);
        if ($found === null) {
            return self::refuse(Http::STATUS_FORBIDDEN);
        }
        try {
            $key = $this->accounts->of($found->getMeetingId())->settings->secret;
            $ended = MeetingEnded::verify($this->received->query(), $key, $this->clock->now());
        } catch (BbbException $error) {
            return self::refuse(self::statusOf($error));
        }
        if ($ended->meetingID !== $found->getMeetingId()) {
            return self::refuse(Http::STATUS_FORBIDDEN);
        }
        $this->desk->heard($found->getId(), $found->getMeetingId(), true);

        return new JSONResponse(['taken' => true]);
    }

    private static function statusOf(BbbException $error): int
    {
        return $error->error === BbbError::AccessDenied ? Http::STATUS_FORBIDDEN : Http::STATUS_BAD_REQUEST;
    }

    /** Nobody is made to wait: addresses cannot be guessed, and the next call of the same server may be genuine. */
    private static function refuse(int $status): JSONResponse
    {
        return new JSONResponse(['taken' => false], $status);
    }
}
