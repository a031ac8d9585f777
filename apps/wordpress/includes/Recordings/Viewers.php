<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\People\Visitors;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\JoinPlanner;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\MeetingState;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;
use Closure;

/**
 * As whom the person of this request sees the recordings of a room.
 *
 * @phpstan-type Viewer 'moderator'|'participant'|'guest'
 */
final class Viewers
{
    /** Reasons that have to do with the person, and not with the hour or the server. */
    private const STAYS_OUT = ['banned', 'guests_not_allowed', 'code_required', 'code_wrong'];

    public function __construct(private readonly Visitors $visitors, private readonly Clock $clock)
    {
    }

    /**
     * Tells as whom; null for people the room does not show its recordings to.
     *
     * @return Viewer|null
     */
    public function of(StoredRoom $room): ?string
    {
        return $this->viewer($room, $this->visitors->lookingAt(...));
    }

    /**
     * Tells as whom on a page, which caches may show to everybody without an account.
     *
     * @return Viewer|null
     */
    public function onPage(StoredRoom $room): ?string
    {
        return $this->viewer($room, $this->visitors->onPage(...));
    }

    /** Tells whether this person may change the recordings of a room. */
    public static function leads(StoredRoom $room): bool
    {
        return current_user_can(Rights::LEAD, $room->id);
    }

    /**
     * @param Closure(StoredRoom): Participant $person asked only where it matters
     * @return Viewer|null
     */
    private function viewer(StoredRoom $room, Closure $person): ?string
    {
        if (self::leads($room)) {
            return 'moderator';
        }
        if (!current_user_can(Rights::SEE, $room->id)) {
            return null;
        }
        $sees = match (VisibleTo::of($room)) {
            VisibleTo::Everybody => true,
            VisibleTo::Entrants => $this->mayEnter($room, $person($room)),
            VisibleTo::Members => self::isMember(),
            VisibleTo::Moderators => $person($room)->isModerator,
        };

        return $sees ? (self::isMember() ? 'participant' : 'guest') : null;
    }

    private function mayEnter(StoredRoom $room, Participant $participant): bool
    {
        $plan = JoinPlanner::plan($room->forMeetings(), $participant, MeetingState::fromInfo(null), $this->clock->now());

        return $plan['kind'] !== 'refuse' || !in_array($plan['reason'] ?? '', self::STAYS_OUT, true);
    }

    /** On a network, people have accounts on some of its sites. */
    private static function isMember(): bool
    {
        return is_user_logged_in() && is_user_member_of_blog();
    }
}
