<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;

/** What the entrance asks somebody before they come in. */
final class DoorQuestions
{
    /** Reasons that only a moderator code can change, and nothing else on the page. */
    private const FINAL = ['banned', 'guests_not_allowed', 'closed'];

    /**
     * @param 'required'|'optional'|'' $code whether a code is asked
     * @param bool $onlyCode whether there is nothing to do here but to type a moderator code
     * @param bool $nothing whether there is nothing to do here at all
     */
    private function __construct(
        public readonly bool $name,
        public readonly string $code,
        public readonly bool $onlyCode,
        public readonly bool $nothing,
    ) {
    }

    /**
     * @param string $reason why they are not in, as the sign at the door says
     * @param bool $mayModerate whether a code makes a moderator of them
     */
    public static function of(StoredRoom $room, Participant $person, string $reason, bool $mayModerate): self
    {
        $core = $room->forMeetings();
        $isGuest = !is_user_logged_in();
        $isFinal = in_array($reason, self::FINAL, true);
        $codesCount = !($isGuest && ($room->imposed['guestsAllowed'] ?? true) === false);
        $leads = $person->isModerator || $person->code === 'moderator';
        $mayLead = $core->is('hasModeratorCode') && $mayModerate && !$leads && $codesCount;
        $needsCode = $core->is('hasViewerCode') && !$leads && $person->code !== 'viewer' && $codesCount;
        $code = match (true) {
            $needsCode && !$isFinal => 'required',
            $mayLead => 'optional',
            default => '',
        };

        return new self($isGuest, $code, $isFinal && $code !== '', $isFinal && $code === '');
    }
}
