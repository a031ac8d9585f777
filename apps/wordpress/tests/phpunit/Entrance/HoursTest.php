<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Entrance;

/** Rooms with hours. */
final class HoursTest extends EntranceTestCase
{
    private const GUESTS = ['guestsAllowed' => true, 'waitForModerator' => false];

    public function testWhoIsEarlyWaitsAndSeesWhenTheRoomOpens(): void
    {
        update_option('timezone_string', 'Europe/Berlin');
        update_option('date_format', 'Y-m-d');
        update_option('time_format', 'H:i');
        $opensAt = 1_800_003_600_000;
        $room = $this->roomOf('author', self::GUESTS + ['opensAt' => $opensAt]);
        $page = $this->post($room, ['bluebridge_name' => 'Ada'])->body;
        self::assertStringContainsString('data-waits="yes"', $page);
        self::assertStringContainsString("data-opens-at=\"{$opensAt}\"", $page);
        self::assertStringContainsString('data-zone="Europe/Berlin"', $page);
        self::assertStringContainsString('2027-01-15 10:00 (CET)', $page);
    }

    public function testWhoIsEarlyIsNotToldThatOthersAreInAlready(): void
    {
        $room = $this->roomOf('author', self::GUESTS + ['opensAt' => $this->clock->now() + 3_600_000]);
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $sign = (array) $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/status", ['door' => $room->doorKey()])->get_data();
        self::assertSame([false, ''], [$sign['open'], $sign['state']]);
        self::assertStringNotContainsString('Open ·', $this->post($room, ['bluebridge_name' => 'Ada'])->body);
    }

    public function testOutsideTheHoursTheServerIsNotAskedForThoseWhoWait(): void
    {
        foreach (['opensAt' => time() * 1000 + 3_600_000, 'closesAt' => time() * 1000 - 1] as $setting => $at) {
            $room = $this->roomOf('author', self::GUESTS + [$setting => $at]);
            $reply = $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/status", ['door' => $room->doorKey(), 'waiting' => true]);
            $sign = (array) $reply->get_data();
            self::assertIsArray($sign['entry'] ?? null);
            self::assertSame($setting === 'opensAt' ? 'wait' : 'refuse', $sign['entry']['kind'] ?? null);
            self::assertGreaterThan(1_000, $reply->get_headers()['Bluebridge-Ask-After'] ?? 0);
        }
        self::assertSame([], $this->traffic->calls());
    }

    public function testAClosedRoomSaysWhatToDo(): void
    {
        $room = $this->roomOf('author', self::GUESTS + ['closesAt' => $this->clock->now()]);
        $answer = $this->post($room, ['bluebridge_name' => 'Ada']);
        self::assertSame(403, $answer->status);
        self::assertStringContainsString('ask whoever leads it', $answer->body);
        self::assertMatchesRegularExpression('/id="enter"[^>]*hidden/', $answer->body);
    }

    public function testGuestsAreKnownByTheNameTheyTypedLast(): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        $this->post($room, ['bluebridge_name' => "Zoë <b>O'Neil</b>"]);
        self::assertStringContainsString('value="Zoë O&#039;Neil"', $this->look($room)->body);
        self::assertSame(200, $this->post($room, [])->status);
        $_COOKIE['bluebridge_guest_name'] = bin2hex('Mallory') . '.' . str_repeat('0', 64);
        self::assertStringNotContainsString('Mallory', $this->look($room)->body);
    }
}
