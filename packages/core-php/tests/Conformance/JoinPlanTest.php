<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Rooms\JoinPlanner;
use Bluebridge\Core\Tests\Rooms\Given;

final class JoinPlanTest extends RoomVectorTestCase
{
    public static function kind(): string
    {
        return 'join-plan';
    }

    protected function verify(Vector $vector): void
    {
        $given = $vector->given;
        $plan = JoinPlanner::plan(
            Given::room($given, 'room'),
            Given::participant($given->fields('participant')),
            Given::meeting($given->fields('meeting')),
            $given->integer('now'),
        );
        self::assertSameData($vector->expect->value('plan'), $plan);
    }
}
