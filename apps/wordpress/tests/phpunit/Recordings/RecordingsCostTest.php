<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\Recordings\VisibleTo;
use Bluebridge\WordPress\Tests\Database;

/** What a page with recordings costs. */
final class RecordingsCostTest extends RecordingTestCase
{
    public function testAListOfManyCostsNoMoreQueriesThanAListOfOne(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $seeds = array_map(static fn (int $number): array => ['recordID' => "r{$number}"], range(1, 60));
        $this->seed($room, $seeds[0]);
        $this->update->ask($room);
        $page = fn (): int => $this->queriesOf(fn (): string => do_shortcode("[bluebridge_recordings id={$room->id} number=50]"));
        $page();
        $few = $page();
        $this->seed($room, ...array_slice($seeds, 1));
        $this->clock->sleep(10_000);
        $this->update->ask($room);
        self::assertSame($few, $page());
        self::assertLessThanOrEqual(8, $few);
    }

    /** @param callable(): string $deed */
    private function queriesOf(callable $deed): int
    {
        $before = Database::connection()->num_queries;
        $deed();

        return Database::connection()->num_queries - $before;
    }
}
