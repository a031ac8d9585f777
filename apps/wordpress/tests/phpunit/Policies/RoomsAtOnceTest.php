<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Policies;

use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Policies\PolicyStore;
use Bluebridge\WordPress\Tests\Site;
use PHPUnit\Framework\TestCase;
use WP_User;

/** Requests that really run at once, each in a process of its own; nothing is rolled back here. */
final class RoomsAtOnceTest extends TestCase
{
    private const PROCESSES = 5;

    protected function setUp(): void
    {
        Site::pretendRequest();
        (new PolicyStore())->keep(new Policies(mostRooms: ['author' => 2]), false);
    }

    protected function tearDown(): void
    {
        delete_option('bluebridge_policies');
        $posts = get_posts(['post_type' => 'bluebridge_room', 'author' => self::author()->ID, 'post_status' => 'any', 'numberposts' => -1]);
        foreach ($posts as $post) {
            wp_delete_post($post->ID, true);
        }
    }

    public function testOfFiveRoomsMadeAtOnceThereAreAsManyAsSomebodyMayHave(): void
    {
        // Late enough for all of them to be ready.
        $environment = ['TEST_STARTS_AT' => (string) (microtime(true) + 4)] + getenv();
        $running = [];
        for ($number = 1; $number <= self::PROCESSES; $number++) {
            $command = [PHP_BINARY, __DIR__ . '/make-room.php', (string) self::author()->ID];
            $process = proc_open($command, [1 => ['pipe', 'w']], $pipes, null, $environment);
            self::assertIsResource($process);
            $running[] = [$process, $pipes[1]];
        }
        $statuses = [];
        foreach ($running as [$process, $pipe]) {
            $statuses[] = trim((string) stream_get_contents($pipe));
            proc_close($process);
        }
        sort($statuses);
        self::assertSame(['201', '201', ...array_fill(0, self::PROCESSES - 2, '403')], $statuses);
    }

    private static function author(): WP_User
    {
        $user = get_user_by('login', 'author');
        self::assertInstanceOf(WP_User::class, $user);

        return $user;
    }
}
