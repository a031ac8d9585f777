<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use RuntimeException;

/** WordPress did not write a room, as when somebody has one too many by now. */
final class RoomNotKept extends RuntimeException
{
}
