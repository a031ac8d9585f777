<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Seats;

use OCA\Bluebridge\Seats\AccountTermsStore;
use OCA\Bluebridge\Tests\HosterTestCase;

/** What people are told of seats, and what not. */
final class SeatSignsTest extends HosterTestCase
{
    public function testWhoLeadsARoomReadsWhatOpeningTakesAndHowManySeatsThereAre(): void
    {
        $this->opened($this->roomFor(15, 60));
        $room = $this->roomFor(20, 90, name: 'Physics');
        $seats = $this->seatsOf($room);
        self::assertSame(['Opening the room reserves 20 seats for 90 minutes.', '35 seats are free at the moment.'], $seats['lines'] ?? []);
        self::assertSame([15, 50, []], [$seats['taken'] ?? 0, $seats['total'] ?? 0, $seats['holders'] ?? null]);
        $status = $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/status"));
        self::assertSame($seats, $status['seats'] ?? null);
    }

    public function testARoomIsNamedOnlyToWhoMaySeeIt(): void
    {
        $this->opened($this->roomFor(30, 60, 'bob', 'Secret plans'), 'bob');
        $own = $this->roomFor(15, 60, 'alice', 'Maths');
        $this->opened($own);
        $room = $this->roomFor(10, 60, 'alice', 'Physics');
        $holders = $this->seatsOf($room)['holders'] ?? [];
        self::assertIsArray($holders);
        self::assertCount(2, $holders);
        $text = implode("\n", array_filter($holders, is_string(...)));
        self::assertStringContainsString('Another room of this Nextcloud · 30 seats · until', $text);
        self::assertStringContainsString('Maths (Alice) · 15 seats · until', $text);
        self::assertStringNotContainsString('Secret', $text);
        self::assertStringNotContainsString('bob', $text);
    }

    public function testNobodyBelowAModeratorAndNoGuestLearnsAnything(): void
    {
        $this->opened($this->roomFor(45, 60));
        $room = $this->roomFor(10, 60, 'alice', 'Physics');
        $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'user', 'target' => 'carol', 'role' => 'viewer']);
        self::assertSame(403, $this->as('carol')->api('GET', "rooms/{$room}/seats")->getStatus());
        self::assertNull($this->dataOf($this->as('carol')->api('GET', "rooms/{$room}/status"))['seats']);
        $this->as('alice')->api('PATCH', "rooms/{$room}", ['settings' => ['maxParticipants' => 10, 'durationMinutes' => 60, 'guestsAllowed' => true]]);
        $door = $this->doorOf($room);
        $guest = $this->as(null)->page('GET', "{$door}/status");
        self::assertSame(200, $guest->getStatus());
        self::assertNull($this->dataOf($guest)['seats'] ?? null);
        self::assertStringNotContainsString('Maths', (string) json_encode($this->dataOf($guest)));
        self::assertSame([], self::doorShown($this->as(null)->page('POST', $door, ['name' => 'Eve', 'evicts' => '1']))['holders'] ?? null);
    }

    public function testWhileAMeetingRunsItsOwnSeatsAndItsEndAreShown(): void
    {
        $room = $this->roomFor(20, 60);
        $meeting = $this->opened($room);
        $status = $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/status"));
        self::assertSame($meeting->plannedEndAt, $status['endsAt'] ?? null);
        $seats = $status['seats'] ?? [];
        self::assertIsArray($seats);
        self::assertSame(['Extend by 30 minutes', 20], [$seats['extend'] ?? '', $seats['total'] ?? 0]);
    }

    public function testAdministratorsReadTheGaugeAndSayWhatWasAgreed(): void
    {
        $this->opened($this->roomFor(15, 60, 'bob', 'Secret plans'), 'bob');
        self::assertSame(403, $this->as('alice')->api('GET', 'admin/accounts')->getStatus());
        $account = $this->dataOf($this->as('admin')->api('GET', 'admin/accounts'))[0] ?? null;
        self::assertIsArray($account);
        self::assertSame([true, 15, 50], [$account['countsSeats'] ?? null, $account['taken'] ?? 0, $account['total'] ?? 0]);
        self::assertStringContainsString('Secret plans', (string) json_encode($account['holders'] ?? ''));
        $id = $account['id'] ?? '';
        self::assertIsString($id);
        $kept = $this->as('admin')->api('PUT', "admin/accounts/{$id}", ['connections' => 60, 'graceMinutes' => 0]);
        self::assertSame(['connections' => 60, 'defaultSeats' => 20, 'defaultMinutes' => 120, 'graceMinutes' => 0], $this->dataOf($kept)['terms'] ?? null);
        self::assertSame(400, $this->as('admin')->api('PUT', "admin/accounts/{$id}", ['connections' => 0])->getStatus());
        self::assertSame(60, (new AccountTermsStore($this->host->settings))->read($id)->connections);
        self::assertSame(404, $this->as('admin')->api('PUT', 'admin/accounts/none', ['connections' => 60])->getStatus());
    }

    public function testWhatTheServerHasNoCallForIsNotOffered(): void
    {
        $room = $this->roomOf('alice');
        $may = fn (): mixed => $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}"))['may'] ?? [];
        $offers = static fn (mixed $may): array => is_array($may) ? [$may['message'] ?? null, $may['present'] ?? null] : [];
        self::assertSame([true, true], $offers($may()));
        $this->connectHoster('scalelite');
        self::assertSame([false, true], $offers($may()));
    }

    public function testTheFormOffersWhatTheServerHas(): void
    {
        $room = $this->roomOf('alice');
        $names = fn (): string => (string) json_encode($this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/form"))['sections'] ?? '');
        self::assertStringContainsString('"showHostTexts"', $names());
        $this->connectHoster('bigbluebutton', '/bigbluebutton/');
        self::assertStringNotContainsString('"showHostTexts"', $names());
    }

    /** @return array<array-key, mixed> */
    private function seatsOf(int $room): array
    {
        return $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/seats"));
    }
}
