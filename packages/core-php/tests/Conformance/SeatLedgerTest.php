<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Tests\Rooms\SeatAnswers;

final class SeatLedgerTest extends RoomVectorTestCase
{
    public static function kind(): string
    {
        return 'seat-ledger';
    }

    protected function verify(Vector $vector): void
    {
        self::assertContains($vector->expect->text('outcome'), [$vector->given->text('op'), 'refused']);
        self::assertAnswer($vector, 'result', 'seat_ledger', static fn (): ?array => SeatAnswers::to($vector->given));
    }
}
