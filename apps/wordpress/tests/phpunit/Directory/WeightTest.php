<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Directory;

use Bluebridge\WordPress\Tests\RoomTestCase;

/** What pages weigh more because of the plugin. */
final class WeightTest extends RoomTestCase
{
    private const MOST = 6 * 1024;

    public function testARoomOnAPageWeighsSixKilobytesAtMost(): void
    {
        $files = ['build/blocks/room/view.js', 'build/blocks/room/style-index.css'];

        $weight = array_sum(array_map(static fn (string $file): int => strlen((string) gzencode(Shipped::text($file), 6)), $files));

        fwrite(STDOUT, "\nFigure: script and style of a page with a room: {$weight} bytes, compressed.\n");
        self::assertLessThanOrEqual(self::MOST, $weight);
    }

    public function testTheWaitingPageWeighsSixKilobytesAtMost(): void
    {
        $files = ['build/entrance/index.js', 'build/entrance/index.css'];

        $weight = array_sum(array_map(static fn (string $file): int => strlen((string) gzencode(Shipped::text($file), 6)), $files));

        fwrite(STDOUT, "\nFigure: script and style of the page that waits: {$weight} bytes, compressed.\n");
        self::assertLessThanOrEqual(self::MOST, $weight);
    }

    public function testAPageWithARoomNeedsNoJquery(): void
    {
        $room = $this->roomOf('author');

        do_blocks("<!-- wp:bluebridge/room {\"roomId\":{$room->id}} /-->");

        self::assertFalse(wp_script_is('jquery', 'enqueued'));
        self::assertSame([], preg_grep('/bluebridge/', wp_scripts()->queue), 'modules only');
    }
}
