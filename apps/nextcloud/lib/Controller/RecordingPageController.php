<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Recording\Playback;
use OCA\Bluebridge\Recording\RecordingLinks;
use OCA\Bluebridge\Service\Throttle;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Words\ErrorWords;
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
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\ISession;

/**
 * The page of a recording for whoever has its link. Where the server has the recording is on no page: who
 * chooses a format is led there.
 */
final class RecordingPageController extends Controller
{
    private const ACTION = 'bluebridgeRecording';

    /** Wrong passwords for one recording from one address. */
    private const MOST_WRONG = 5;

    private const PER_MS = 60_000;

    public function __construct(
        IRequest $request,
        private readonly RecordingLinks $links,
        private readonly RoomMapper $rooms,
        private readonly Playback $playback,
        private readonly RecordingPage $page,
        private readonly Throttle $throttle,
        private readonly ISession $session,
        private readonly ProblemWords $problemWords,
        private readonly ErrorWords $errorWords,
        private readonly IL10N $l10n,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[PublicPage]
    #[NoCSRFRequired]
    #[BruteForceProtection(action: self::ACTION)]
    #[FrontpageRoute(verb: 'GET', url: '/v/{address}')]
    public function show(string $address): Response
    {
        [$recording, $room] = $this->find($address);

        return $recording === null || $room === null ? $this->missing() : $this->page->show($recording, $this->isLocked($recording));
    }

    /** Takes a password, or leads to the recording. The form changes nothing, so it needs no token. */
    #[PublicPage]
    #[NoCSRFRequired]
    #[UseSession]
    #[AnonRateLimit(limit: 120, period: 60)]
    #[UserRateLimit(limit: 120, period: 60)]
    #[BruteForceProtection(action: self::ACTION)]
    #[FrontpageRoute(verb: 'POST', url: '/v/{address}')]
    public function open(string $address, string $password = '', string $format = ''): Response
    {
        [$recording, $room] = $this->find($address);
        if ($recording === null || $room === null) {
            return $this->missing();
        }
        if ($this->isLocked($recording)) {
            $refusal = $this->unlock($recording, $password);
            if ($refusal !== null) {
                return $refusal;
            }
        }

        return $format === '' ? $this->page->show($recording, false) : $this->lead($room, $recording, $format);
    }

    private function lead(Room $room, Recording $recording, string $format): Response
    {
        // What follows may take long, and all other requests of the browser would wait.
        $this->session->close();
        try {
            // Who was given the link is expected, as with the personal links of rooms.
            $url = $this->playback->url($room, $recording, 'participant', $format);
        } catch (BbbException $error) {
            return $this->page->show($recording, false, $this->errorWords->of($error->error), ErrorWords::status($error->error));
        }

        return $url === null ? $this->missing() : new SeeOther($url);
    }

    /** Remembers a right password for this browser; else says what was wrong. */
    private function unlock(Recording $recording, string $password): ?Response
    {
        $what = "recording {$recording->getId()}";
        try {
            $this->throttle->take($what, self::MOST_WRONG, self::PER_MS);
        } catch (Problem $problem) {
            $page = $this->page->show($recording, true, $this->problemWords->of($problem), $problem->status);
            $page->addHeader('Retry-After', (string) $problem->retryAfter);

            return $page;
        }
        if (!$this->links->isPassword($recording, $password)) {
            $this->throttle->tidy();

            return $this->page->show($recording, true, $this->l10n->t('This is not the password.'), Http::STATUS_FORBIDDEN);
        }
        $this->throttle->giveBack($what);
        $this->session->set(self::key($recording), self::mark($recording));

        return null;
    }

    private function isLocked(Recording $recording): bool
    {
        return ($recording->getLinkPassword() ?? '') !== '' && $this->session->get(self::key($recording)) !== self::mark($recording);
    }

    /** @return array{Recording|null, Room|null} */
    private function find(string $address): array
    {
        $recording = $this->links->find($address);
        if ($recording === null || $this->playback->view($recording, 'participant') === null) {
            return [null, null];
        }

        return [$recording, $this->rooms->find($recording->getRoomId())];
    }

    /** Who guesses addresses is made to wait by Nextcloud. */
    private function missing(): TemplateResponse
    {
        $text = $this->problemWords->of(Problem::notFound('no_such_recording'));
        $page = new TemplateResponse(Application::APP_ID, 'error', ['text' => $text], TemplateResponse::RENDER_AS_GUEST);
        $page->setStatus(Http::STATUS_NOT_FOUND);
        $page->throttle(['action' => self::ACTION]);

        return $page;
    }

    private static function key(Recording $recording): string
    {
        return "bluebridge.recording.{$recording->getId()}";
    }

    /** Another password ends what the one before had opened. */
    private static function mark(Recording $recording): string
    {
        return hash('sha256', (string) $recording->getLinkPassword());
    }
}
