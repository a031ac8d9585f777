<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Holes;

use OCA\Bluebridge\Tests\MeetingTestCase;

/** What goes to the server, and into the addresses that browsers are sent to. */
final class WireTest extends MeetingTestCase
{
    public function testAddressesAreSignedWithSha256AndHoldNoPasswords(): void
    {
        $room = $this->roomOf('alice');
        $joined = $this->as('alice')->page('POST', "rooms/{$room}/join");
        self::assertSentOn($joined, ['role' => 'MODERATOR']);
        $location = $joined->getHeaders()['Location'] ?? '';
        self::assertIsString($location);
        $created = array_column(array_filter($this->host->http->sent(), static fn (array $sent): bool => str_contains($sent['url'], '/api/create?')), 'url');
        self::assertCount(1, $created);
        foreach ([$location, ...$created] as $url) {
            parse_str((string) parse_url($url, PHP_URL_QUERY), $query);
            self::assertSame([], array_intersect(['password', 'attendeePW', 'moderatorPW'], array_keys($query)));
            self::assertIsString($query['checksum'] ?? null);
            self::assertSame(64, strlen($query['checksum']));
        }
    }

    public function testWhoMayNotLeadSendsNoFileEvenWhereAllLead(): void
    {
        $room = $this->roomOf('alice');
        $this->host->files->put('carol', '/Slides.pdf', "%PDF-1.4\n%%EOF");
        $changed = $this->as('alice')->api('PATCH', "rooms/{$room}", ['settings' => ['allJoinAsModerator' => true]]);
        self::assertSame(200, $changed->getStatus());
        $this->as('alice')->api('POST', "rooms/{$room}/start");
        $response = $this->as('carol')->api('POST', "rooms/{$room}/documents", ['paths' => ['/Slides.pdf']]);
        self::assertSame(404, $response->getStatus());
        self::assertSame(0, $this->callsOf('insertDocument'));
    }

    public function testThePageOfEightRoomsAsksNothing(): void
    {
        for ($room = 1; $room <= 8; $room++) {
            $this->roomOf('alice', "Room {$room}");
        }
        self::assertSame(200, $this->as('alice')->page('GET', '')->getStatus());
        self::assertSame([], $this->host->http->sent());
    }
}
