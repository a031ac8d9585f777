<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Rooms\EndPlan;
use Bluebridge\Core\Tests\Rooms\Given;

final class EndPlanTest extends RoomVectorTestCase
{
    public static function kind(): string
    {
        return 'end-plan';
    }

    protected function verify(Vector $vector): void
    {
        $state = Given::endState($vector->given->fields('state'));
        $now = $vector->given->integer('now');
        self::assertAnswer($vector, 'action', 'end_plan', static fn (): array => EndPlan::next($state, $now));
    }
}
