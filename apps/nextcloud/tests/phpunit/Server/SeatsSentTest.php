<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Server;

use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Tests\MeetingTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Where seats are booked, each meeting says how many it takes and for how long. */
final class SeatsSentTest extends MeetingTestCase
{
    /** @return iterable<string, array{array<string, int>, string, string}> */
    public static function rooms(): iterable
    {
        yield 'a room that says nothing' => [[], '20', '120'];
        yield 'a room that says both' => [['maxParticipants' => 35, 'durationMinutes' => 45], '35', '45'];
        yield 'a room without a limit' => [['maxParticipants' => 0], '20', '120'];
    }

    /** @param array<string, int> $settings */
    #[DataProvider('rooms')]
    public function testSeatsAndMinutesAreAlwaysSent(array $settings, string $seats, string $minutes): void
    {
        $this->connect(new ServerSettings((string) getenv('BLUEBRIDGE_ENDPOINT'), (string) getenv('BLUEBRIDGE_SECRET'), 'integration', 'sha256', allowsLocal: true));
        $room = $this->roomOf('alice');
        self::assertSame(200, $this->as('alice')->api('PATCH', "rooms/{$room}", ['settings' => $settings])->getStatus());
        $this->as('alice')->api('POST', "rooms/{$room}/start");
        foreach ($this->host->http->sent() as $sent) {
            if (str_contains($sent['url'], '/api/create?')) {
                parse_str((string) parse_url($sent['url'], PHP_URL_QUERY), $query);
                self::assertSame([$seats, $minutes], [$query['maxParticipants'] ?? '', $query['duration'] ?? '']);

                return;
            }
        }
        self::fail('Nothing was created.');
    }
}
