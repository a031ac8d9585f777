<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\Access\Invitation;
use Bluebridge\WordPress\Rooms\StoredRoom;

/** Whose door somebody stands at, and what they have said there. */
final class DoorView
{
    /**
     * @param EntranceForm|null $form what was posted before, so that nothing is typed twice
     * @param Invitation|null $invitation one they have come with and not used yet: their form is posted
     *     to its link
     * @param bool $isWrongCode whether they typed a code that does not fit
     */
    public function __construct(
        public readonly StoredRoom $room,
        public readonly ?EntranceForm $form = null,
        public readonly ?Invitation $invitation = null,
        public readonly bool $isWrongCode = false,
    ) {
    }
}
