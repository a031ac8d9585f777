<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Migrations;

use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Migrations\Migration;

/** A step whose table the database does not make until it is allowed. */
final class RefusedStep implements Migration
{
    public static int $times = 0;

    public static bool $isAllowed = false;

    public function up(): void
    {
        self::$times++;
    }

    public function tables(): array
    {
        return self::$isAllowed ? [MeetingWatches::table()] : [MeetingWatches::table(), MeetingWatches::table() . '_more'];
    }
}
