<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\Access\CodeCheck;
use Bluebridge\WordPress\Access\Invitation;
use Bluebridge\WordPress\Access\Invitations;
use Bluebridge\WordPress\Access\TooManyTries;
use Bluebridge\WordPress\Http\Answer;
use Bluebridge\WordPress\Meetings\Entry;
use Bluebridge\WordPress\Meetings\MeetingInfos;
use Bluebridge\WordPress\Meetings\Meetings;
use Bluebridge\WordPress\People\SameOrigin;
use Bluebridge\WordPress\People\Visitors;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Words\EntryWords;
use Bluebridge\WordPress\Words\ErrorWords;

/**
 * The way into a room: an address that a form is posted to in a tab of its own. It sends the browser on
 * to the meeting, or shows the page that waits. A form opens a tab where a script must not, and works
 * without one; the signed address is made after the click and is on no page.
 *
 * @phpstan-import-type DoorSign from DoorSigns
 */
final class Entrance
{
    public function __construct(
        private readonly Doors $doors,
        private readonly Meetings $meetings,
        private readonly MeetingInfos $infos,
        private readonly Visitors $visitors,
        private readonly DoorSigns $doorSigns,
        private readonly EntrancePage $page,
        private readonly CodeCheck $codeCheck,
        private readonly Invitations $invitations,
    ) {
    }

    /**
     * Answers a request for the entrance of a room.
     *
     * @param string $key of its door, as the address has it
     * @param bool $isPost whether somebody wants to enter, and not only look
     */
    public function answer(int $roomId, string $key, bool $isPost): Answer
    {
        $room = $this->doors->roomBehind($roomId, $key);
        $answer = match (true) {
            $room === null => $this->page->showMissing(),
            $isPost => $this->enter($room, EntranceForm::posted($room->id)),
            WaitingAddress::isUsed() => $this->enter($room, EntranceForm::ofAddress($room->id)),
            default => $this->showDoor(new DoorView($room)),
        };

        return $answer->with(self::headers());
    }

    /**
     * Answers a request for the link of an invitation that lets this person in.
     *
     * @param string $address of the link; it is on no page
     */
    public function answerInvited(StoredRoom $room, Invitation $invitation, string $address, bool $isPost): Answer
    {
        $form = $isPost ? EntranceForm::posted($room->id) : null;
        if ($invitation->mostUses > 0) {
            // Known before the form is sent, so that sending it twice at once is one use.
            $this->visitors->comingWithInvitation();
        }
        $answer = match (true) {
            $form === null => $this->showDoor(new DoorView($room, invitation: $invitation)),
            $form->wantsLogin => Answer::redirect(wp_login_url($address)),
            default => $this->enter($room, $form, $invitation),
        };

        return $answer->with(self::headers());
    }

    /**
     * Tells that an invitation lets nobody in any more.
     *
     * @param 'used_up'|'expired'|'revoked' $state
     */
    public function refuseInvited(StoredRoom $room, string $state): Answer
    {
        return $this->page->showNote($room->title, EntryWords::invitation($state), 410)->with(self::headers());
    }

    private function enter(StoredRoom $room, EntranceForm $form, ?Invitation $invitation = null): Answer
    {
        $view = new DoorView($room, $form, $invitation);
        if (!SameOrigin::isTold() || !$form->isGenuine) {
            $notice = __('This page was open for too long. Please press the button again.', 'bluebridge');

            return $this->showDoor(new DoorView($room, invitation: $invitation), $notice, 403);
        }
        if (!is_user_logged_in() && $this->visitors->nameOr($form->name) === '') {
            if ($form->code === '' && $this->sign($view)['entry']['reason'] === 'guests_not_allowed') {
                // As with a page of somebody who is logged in no more: a name would not help them.
                return $this->showDoor($view, status: 403);
            }

            return $this->showDoor($view, __('Please type your name.', 'bluebridge'), 400);
        }
        try {
            $code = $this->codeCheck->verdict($room, $form->code);
        } catch (TooManyTries $tries) {
            $answer = $this->showDoor($view, EntryWords::tooManyTries($tries->retryAfter), 429);

            return $answer->with(['Retry-After' => (string) $tries->retryAfter]);
        }
        // Who tries the link of their own room uses none of it up.
        if ($invitation !== null && !$this->visitors->lookingAt($room)->isModerator) {
            if (!$this->invitations->use($invitation, $this->visitors->comingWithInvitation())) {
                return $this->refuseInvited($room, 'used_up');
            }
            $this->visitors->invite($room, $invitation);
        }

        return $this->goIn($room, $form, $code);
    }

    /** @param 'viewer'|'moderator'|'wrong'|null $code which code they typed */
    private function goIn(StoredRoom $room, EntranceForm $form, ?string $code): Answer
    {
        $participant = $this->visitors->entering($room, $form->name, $form->agreesToRecording, $code);
        // Who is invited by now comes in by the room's own address.
        $view = new DoorView($room, $form, isWrongCode: $code === 'wrong');
        try {
            $entry = $this->meetings->enter($room, $participant, !$form->isFromWaiting, EntranceAddress::of($room), $form->evicts);
        } catch (BbbException $error) {
            return $this->showDoor($view, ErrorWords::of($error->error), ErrorWords::status($error->error));
        }

        return $entry->url === null ? $this->showReason($view, $entry) : Answer::redirect($entry->url);
    }

    private function showReason(DoorView $view, Entry $entry): Answer
    {
        $plan = $entry->plan ?? ['kind' => 'wait', 'reason' => 'ending'];
        $waits = EntryWords::waits($plan);
        $sign = ['entry' => DoorSigns::entry($plan, $waits)] + $this->sign($view);

        return $this->page->show($view, $sign, $plan['kind'] === 'refuse' && !$waits ? 403 : 200, waits: $waits);
    }

    private function showDoor(DoorView $view, string $notice = '', int $status = 200): Answer
    {
        return $this->page->show($view, $this->sign($view), $status, $notice);
    }

    /** @return DoorSign */
    private function sign(DoorView $view): array
    {
        $outcome = $this->infos->known($view->room->meetingID);

        return $this->doorSigns->of($view->room, $this->visitors->lookingAt($view->room, $view->invitation), $outcome, false);
    }

    /**
     * Nothing of these answers is for anybody else, for later, or for a page of another site.
     *
     * @return array<string, string>
     */
    private static function headers(): array
    {
        $own = implode(' ', array_unique(array_map(SameOrigin::of(...), [home_url(), plugins_url(), rest_url()])));
        // Workers keep time where nobody sees the page. No form-action: browsers would apply it to the server that a form leads to.
        $policy = "default-src 'none'; script-src {$own}; worker-src blob:; style-src {$own}; connect-src {$own}";

        return [
            'Content-Security-Policy' => "{$policy}; base-uri 'none'; frame-ancestors 'self'",
            // The meeting server learns no address of this site. "no-referrer" would hide from ourselves, too,
            // where the page's own form comes from, in browsers that say it by the origin only.
            'Referrer-Policy' => 'same-origin',
            'X-Content-Type-Options' => 'nosniff',
            'X-Robots-Tag' => 'noindex',
            'Cache-Control' => 'no-store, private',
        ];
    }
}
