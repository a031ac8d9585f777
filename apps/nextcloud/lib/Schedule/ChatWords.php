<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

use Closure;
use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Seats\Account;
use OCA\Bluebridge\Seats\PlannedMeeting;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCP\IL10N;
use OCP\L10N\IFactory;

/** Writes into the chat of a meeting, in the language of who opened it. */
class ChatWords
{
    public function __construct(private readonly IFactory $languages)
    {
    }

    /**
     * Writes a sentence, where the server can.
     *
     * @param Closure(IL10N): string $words made in the language of the meeting
     * @return BbbError|null why it is hardly in the chat
     */
    public function say(Account $account, PlannedMeeting $meeting, Closure $words): ?BbbError
    {
        if (!$account->server->hasCall('sendChatMessage')) {
            return BbbError::NotSupported;
        }
        $l10n = $this->languages->get(Application::APP_ID, $meeting->locale === '' ? null : $meeting->locale);
        try {
            $account->client()->call('sendChatMessage', [
                'meetingID' => $meeting->meetingID,
                'message' => $words($l10n),
                'userName' => $l10n->t('Meeting room'),
            ]);

            return null;
        } catch (BbbException $error) {
            return $error->error;
        }
    }
}
