<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Http\Answer;
use Bluebridge\WordPress\People\Visitors;
use Bluebridge\WordPress\Rest\MeetingController;

/**
 * The page of a room's entrance, which also waits. It is a document of its own: no theme and no other
 * plugin makes it slow, and nothing on it belongs to anybody else.
 *
 * @phpstan-import-type DoorSign from DoorSigns
 */
final class EntrancePage
{
    private const HANDLE = 'bluebridge-entrance';

    public function __construct(private readonly BuiltFiles $builtFiles, private readonly Visitors $visitors)
    {
    }

    /**
     * Writes the page.
     *
     * @param DoorSign $sign
     * @param bool $waits whether the page goes in by itself as soon as it can
     */
    public function show(DoorView $view, array $sign, int $status, string $notice = '', bool $waits = false): Answer
    {
        $room = $view->room;
        $isGuest = !is_user_logged_in();
        $isLink = $view->invitation !== null;
        $reason = $sign['entry']['reason'];
        $agrees = $view->form !== null && $view->form->agreesToRecording;
        $person = $this->visitors->lookingAt($room, $view->invitation);
        $needsLogin = $isGuest && $reason === 'guests_not_allowed';

        return $this->write('entrance', $status, [
            'title' => $room->title,
            'sign' => $sign,
            'notice' => $notice,
            'waits' => $waits,
            // The link of an invitation is on no page, so its form is posted to where it is shown.
            'action' => $isLink ? '' : EntranceAddress::of($room),
            'statusAddress' => $isLink ? '' : MeetingController::statusAddress($room),
            'restNonce' => $isGuest ? '' : wp_create_nonce('wp_rest'),
            'nonce' => $isGuest ? '' : EntranceForm::nonce($room->id),
            'questions' => DoorQuestions::of($room, $person, $reason, $this->visitors->mayModerate()),
            'isWrongCode' => $view->isWrongCode,
            'name' => $this->visitors->nameOr($view->form === null ? '' : $view->form->name),
            'asksConsent' => $reason === 'consent_required' || $agrees,
            'consents' => $agrees,
            'waitingAddress' => $waits ? WaitingAddress::of($room, $agrees) : '',
            'loginAddress' => $needsLogin && !$isLink ? wp_login_url(EntranceAddress::of($room)) : '',
            'loginByForm' => $needsLogin && $isLink,
        ]);
    }

    /** Writes the page of a room that is not there, or not for this person. */
    public function showMissing(): Answer
    {
        return $this->showNote(
            __('There is no such room', 'bluebridge'),
            __('It may have been removed, or the address is not complete. Please ask whoever gave it to you.', 'bluebridge'),
            404,
        );
    }

    /** Writes a page that only tells something. */
    public function showNote(string $title, string $text, int $status): Answer
    {
        return $this->write('notice', $status, ['title' => $title, 'text' => $text, 'loginAddress' => '']);
    }

    /** @param array<string, mixed> $view what the template shows */
    private function write(string $template, int $status, array $view): Answer
    {
        wp_register_style(self::HANDLE, $this->builtFiles->url('entrance/index.css'), [], $this->builtFiles->version('entrance/index'));
        wp_enqueue_script_module(
            self::HANDLE,
            $this->builtFiles->url('entrance/index.js'),
            [],
            $this->builtFiles->version('entrance/index'),
        );
        $view['style'] = self::HANDLE;

        return Answer::page($status, $this->builtFiles->write($template, $view));
    }
}
