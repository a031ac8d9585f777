<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Words;

use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Probe\ProbeFailure;
use OCP\IL10N;

/** What a person reads when something was not done: why, and one next step. */
final class ProblemWords
{
    public function __construct(private readonly IL10N $l10n, private readonly ProbeWords $probeWords)
    {
    }

    public function of(Problem $problem): string
    {
        return match ($problem->problem) {
            'no_such_room' => $this->l10n->t('There is no such room. It may have been deleted, or it is not shared with you.'),
            'no_such_member' => $this->l10n->t('This person is not a member of the room any more.'),
            'no_such_link' => $this->l10n->t('This invitation is not there any more.'),
            'no_such_recording' => $this->l10n->t('This recording is not there any more.'),
            'no_such_document' => $this->l10n->t('This document is not there any more.'),
            'no_such_person' => $this->l10n->t('There is nobody of this name here. Please choose from the list.'),
            'role_too_low' => $this->l10n->t('You may not do that in this room. Please ask whoever owns it.'),
            'already_member' => $this->l10n->t('The room is already shared with this person or group.'),
            'is_owner' => $this->l10n->t('The room already belongs to this person.'),
            'member_invalid' => $this->l10n->t('Please choose somebody, and what they may do.'),
            'may_not_create' => $this->l10n->t('You may not make rooms. Please ask your administrator.'),
            'too_many_rooms' => $this->l10n->t('You have as many rooms as you may. Archive one that you no longer need.'),
            'name_invalid' => $this->l10n->t('Please give the room a name of 2 to 256 characters.'),
            'settings_invalid' => $this->l10n->t('Some settings do not fit. Please look at the fields that are marked.'),
            'code_invalid' => $this->l10n->t('Please choose a code of 6 to 64 characters.'),
            'codes_alike' => $this->l10n->t('The two codes must differ.'),
            'link_invalid' => $this->l10n->t('Please say what the invitation is for, and a time that is still to come.'),
            'guests_not_allowed' => $this->l10n->t('The administrator lets no guests into this room.'),
            'too_many_links' => $this->l10n->t('The room has as many invitations as it may. Take some back first.'),
            'preset_unknown' => $this->l10n->t('This preset is not there any more. Please choose another one.'),
            'message_invalid' => $this->l10n->t('Please write a message of up to 500 characters.'),
            'document_invalid' => $this->l10n->t('This file cannot be shown in a meeting. Please choose a PDF, an image or an office document.'),
            'document_too_large' => $this->l10n->t('This file is too large for a meeting.'),
            'too_many_documents' => $this->l10n->t('The room has as many documents as it may.'),
            'room_archived' => $this->l10n->t('The room is archived. Bring it back first.'),
            'login_required' => $this->l10n->t('Please log in to enter this room.'),
            'too_many_tries' => $this->l10n->n(
                'Too many wrong codes came from your connection. Please try again in %n second.',
                'Too many wrong codes came from your connection. Please try again in %n seconds.',
                max(1, $problem->retryAfter),
            ),
            'server_invalid' => $this->l10n->t('Please enter the address and the secret of the meeting server.'),
            'visibility_invalid' => $this->l10n->t('Please say who may see the recording.'),
            'recording_name_invalid' => $this->l10n->t('Please give the recording a name of up to 256 characters.'),
            'no_such_server' => $this->l10n->t('This server is not there any more.'),
            'server_name_invalid' => $this->l10n->t('Please give the server a name of up to 64 characters.'),
            'server_in_use' => $this->l10n->t('Rooms use this server. Move them to another one first.'),
            'too_many_servers' => $this->l10n->t('You cannot add more servers.'),
            'route_invalid' => $this->l10n->t('Please choose a group and a server, each group once.'),
            'rule_invalid' => $this->l10n->t('Please choose each group once, and enter whole numbers.'),
            'no_such_preset' => $this->l10n->t('This preset is not there any more.'),
            'preset_invalid' => $this->l10n->t('Please give the preset a name of up to 64 characters, and choose groups that exist.'),
            'too_many_presets' => $this->l10n->t('You cannot add more presets.'),
            'deed_invalid' => $this->l10n->t('Please choose rooms, up to 200 at once, and what to do with them.'),
            'days_invalid' => $this->l10n->t('Please enter 30 to 3650 days, or 0 for never.'),
            'meeting_open' => $this->l10n->t('People are meeting in the room.'),
            'recordings_left' => $this->l10n->t('The room has recordings. Please delete them first.'),
            'too_many_letters' => $this->l10n->t('A call takes up to 5 people by e-mail. Please invite more of them into a room that stays.'),
            'room_has_recordings' => $this->l10n->t('The room has recordings, which would stay behind on the other server.'),
            'password_invalid' => $this->l10n->t('Please choose a password of 6 to 64 characters.'),
            'password_refused' => $problem->violations[0]['text'] ?? $this->l10n->t('Please choose another password.'),
            'expiry_invalid' => $this->l10n->t('Please choose a time that is still to come.'),
            'captions_invalid' => $this->l10n->t('Please choose a WebVTT or SubRip file of up to 1 MB, and its language.'),
            'captions_unsupported' => $this->l10n->t('Your meeting server takes no captions.'),
            'protect_unsupported' => $this->l10n->t('Your meeting server cannot protect recordings.'),
            'no_such_folder' => $this->l10n->t('Nothing can be saved in this folder. Please choose another one.'),
            'not_saved' => $this->l10n->t('The recording could not be saved. Is there room enough in your files?'),
            'no_such_calendar' => $this->l10n->t('You cannot write into this calendar. Please choose another one.'),
            'session_invalid' => $this->l10n->t('Please give the session a title, a time that is still to come and a length of up to a day.'),
            'session_refused' => $this->l10n->t('The calendar did not take the session. Please try again.'),
            'no_such_account' => $this->l10n->t('This meeting server is not set any more.'),
            'terms_invalid' => $this->l10n->t('Please give whole numbers within their limits. Nothing was changed.'),
            'extension_seats' => $this->l10n->t('Somebody else has the seats after that: the meeting cannot be extended.'),
            'extension_too_late' => $this->l10n->t('The meeting is being ended already.'),
            'extension_server_ends' => $this->l10n->t('The meeting server ends the meeting itself: it cannot be extended.'),
            'extension_nothing' => $this->l10n->t('No meeting with a planned end runs in this room.'),
            default => $this->ofProbe($problem->problem),
        };
    }

    private function ofProbe(string $problem): string
    {
        $failure = ProbeFailure::tryFrom($problem);

        return $failure === null ? $this->l10n->t('That cannot be done.') : $this->probeWords->of($failure);
    }
}
