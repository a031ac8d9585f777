<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Recording;

use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RecordingView;

/**
 * Where the server shows a recording. Who is led there was checked before.
 *
 * @phpstan-import-type View from RecordingView
 */
class Playback
{
    public function __construct(private readonly RecordingsKeeper $keeper)
    {
    }

    /**
     * Gives what somebody can open of a recording; null when there is nothing yet, or not for them.
     *
     * @param 'moderator'|'participant' $viewer
     * @return View|null
     */
    public function view(Recording $recording, string $viewer): ?array
    {
        $view = $recording->getDeletingSince() > 0 ? null : RecordingView::of($recording->known(), $viewer);

        return $view !== null && in_array($view['status'], ['ready', 'protected'], true) ? $view : null;
    }

    /**
     * Gives the address of one format; null when there is none.
     *
     * @param 'moderator'|'participant' $viewer
     * @throws BbbException when the server must be asked and fails
     */
    public function url(Room $room, Recording $recording, string $viewer, string $format): ?string
    {
        $view = $this->view($recording, $viewer);
        // Addresses of protected recordings open once, so each person gets one of their own.
        if (($view['status'] ?? '') === 'protected') {
            $fresh = $this->keeper->lookAt($room, $recording->getRecordId());
            $view = $fresh === null ? null : $this->view($fresh, $viewer);
        }
        foreach ($view['formats'] ?? [] as $shown) {
            if ($shown['type'] === $format) {
                return $shown['url'];
            }
        }

        return null;
    }
}
