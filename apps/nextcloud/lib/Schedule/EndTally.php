<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

/** What a run did. */
final class EndTally
{
    /** Meetings that something was due about. */
    public int $looked = 0;

    /** Meetings whose people were warned in the chat. */
    public int $warned = 0;

    /** Meetings that were ended, and seen to be gone. */
    public int $ended = 0;

    /** What the server did not do: it is tried again. */
    public int $failed = 0;

    /** When something is due again, epoch ms; 0 for never. */
    public int $nextAt = 0;
}
