<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Meeting\Meetings;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Notification\RoomNews;
use OCA\Bluebridge\People\AccessPolicy;
use OCA\Bluebridge\People\Visitors;
use OCA\Bluebridge\Service\Codes;
use OCA\Bluebridge\Service\RoomAddresses;
use OCA\Bluebridge\Status\CallStatus;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Words\EntryWords;
use OCA\Bluebridge\Words\ErrorWords;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Response;
use OCP\IL10N;
use OCP\IRequest;

/**
 * The way of a form into a room: on to the meeting, or to the page that waits. A page that waits may
 * join but never opens a room: that takes a press of a button.
 */
class WayIn
{
    public function __construct(
        private readonly IRequest $request,
        private readonly Visitors $visitors,
        private readonly Codes $codes,
        private readonly Meetings $meetings,
        private readonly DoorPage $page,
        private readonly ErrorWords $errorWords,
        private readonly IL10N $l10n,
        private readonly RoomAddresses $addresses,
        private readonly CallStatus $status,
        private readonly RoomNews $news,
    ) {
    }

    /**
     * Takes somebody in who posted the form.
     *
     * @param string $action where the form of the page that follows is posted to
     * @param string $evicts ids of meetings that they agree to end, with commas
     */
    public function take(Room $room, string $action, string $name, string $code, bool $consents, bool $isWaiting, string $evicts = ''): Response
    {
        if (!$this->isOurForm()) {
            return $this->page->tell($room, $action, $this->tooLate(), Http::STATUS_FORBIDDEN);
        }
        $visitor = $this->visitors->lookingAt($room);
        if (AccessPolicy::mustLogIn($room->getLoginRequired() === true, $visitor)) {
            return $this->page->refuse($room, $action, Problem::forbidden('login_required'));
        }
        if (!$visitor->hasAccount && $this->visitors->nameOr($name) === '') {
            return $this->page->tell($room, $action, $this->l10n->t('Please type your name.'), Http::STATUS_BAD_REQUEST);
        }
        try {
            $typed = $this->codes->verdict($room, $code);
        } catch (Problem $problem) {
            $page = $this->page->refuse($room, $action, $problem);
            $page->addHeader('Retry-After', (string) $problem->retryAfter);

            return $page;
        }

        return $this->goIn($room, $action, $name, $typed, $consents, $isWaiting, $evicts === '' ? [] : explode(',', $evicts));
    }

    /** Tells whether a form of a page of ours was posted, and not one that another site has laid out. */
    public function isOurForm(): bool
    {
        return $this->request->passesCSRFCheck();
    }

    /** Says that the form has lost its token. */
    public function tooLate(): string
    {
        return $this->l10n->t('This page was open for too long. Please press the button again.');
    }

    /**
     * @param 'viewer'|'moderator'|'wrong'|null $code which code they typed
     * @param list<string> $evicts
     */
    private function goIn(Room $room, string $action, string $name, ?string $code, bool $consents, bool $isWaiting, array $evicts): Response
    {
        // A page that waits posts by itself: who waits agreed when they pressed the button.
        $visitor = $this->visitors->entering($room, $name, $code, $isWaiting && !$consents ? null : $consents);
        $participant = AccessPolicy::participant($visitor);
        $leaveUrl = $visitor->role === null ? $this->addresses->open($room) : $this->addresses->page($room);
        try {
            // Only who leads the room was told what they agree to.
            $agreed = $visitor->role?->reaches(Role::Moderator) === true ? $evicts : [];
            $entry = $this->meetings->enter($room, $participant, !$isWaiting, $leaveUrl, $agreed);
        } catch (BbbException $error) {
            return $this->page->tell($room, $action, $this->errorWords->of($error->error), ErrorWords::status($error->error));
        }

        if ($entry->url !== null && $visitor->hasAccount) {
            $this->status->began($visitor->userID, $room->getMeetingId());
        }

        $isKeptWaiting = $entry->plan !== null && EntryWords::waits($entry->plan);
        if ($isKeptWaiting && !$isWaiting && $visitor->role?->reaches(Role::Moderator) !== true) {
            $this->news->waits($room, $visitor->fullName, $visitor->userID);
        }

        return $entry->url === null ? $this->page->stay($room, $action, $entry->plan ?? ['kind' => 'wait', 'reason' => 'ending']) : new SeeOther($entry->url);
    }
}
