<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Rooms\RoomCalls;
use Bluebridge\Core\Rooms\RoomToCreate;
use Bluebridge\Core\Tests\Rooms\Given;

final class RoomToCreateTest extends RoomVectorTestCase
{
    public static function kind(): string
    {
        return 'room-to-create';
    }

    protected function verify(Vector $vector): void
    {
        $given = $vector->given;
        $room = Given::room($given, 'room');
        $capabilities = Given::capabilities($given, 'capabilities');
        /** @var array{maxParticipants?: int, durationMinutes?: int} $defaults */
        $defaults = $given->map('accountDefaults');
        $plan = RoomToCreate::plan($room, $capabilities, $defaults);
        self::assertSameData($vector->expect->value('params'), $plan['params']);
        self::assertSameData($vector->expect->value('leftOut'), $plan['leftOut']);
        self::assertSame($plan['params'], RoomCalls::createParams($room, $capabilities, $defaults));
    }
}
