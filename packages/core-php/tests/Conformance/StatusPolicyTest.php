<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Rooms\StatusPolicy;
use Bluebridge\Core\Tests\Rooms\Given;

final class StatusPolicyTest extends RoomVectorTestCase
{
    public static function kind(): string
    {
        return 'status-policy';
    }

    protected function verify(Vector $vector): void
    {
        $state = Given::statusState($vector->given->fields('state'));
        self::assertSameData(
            $vector->expect->value('plan'),
            StatusPolicy::plan($state, $vector->given->integer('now')),
        );
    }
}
