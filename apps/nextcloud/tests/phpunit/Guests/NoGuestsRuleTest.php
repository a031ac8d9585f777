<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Guests;

use OCA\Bluebridge\Tests\MeetingTestCase;

/** Where an administrator lets a group invite no guests, no invitation is a way around that. */
final class NoGuestsRuleTest extends MeetingTestCase
{
    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->host->groups->add('class', $this->host->people->add('bob'));
        $this->room = $this->roomOf('bob');
    }

    public function testNobodyMakesALink(): void
    {
        $this->forbid();
        $response = $this->as('bob')->api('POST', "rooms/{$this->room}/links", ['name' => 'Dana', 'role' => 'moderator']);
        self::assertSame([403, 'guests_not_allowed'], [$response->getStatus(), $this->dataOf($response)['code']]);
    }

    public function testNobodySharesWithAnAddress(): void
    {
        $this->forbid();
        $response = $this->as('bob')->api('POST', "rooms/{$this->room}/members", ['kind' => 'email', 'target' => 'dana@example.net', 'role' => 'viewer']);
        self::assertSame([403, 'guests_not_allowed'], [$response->getStatus(), $this->dataOf($response)['code']]);
        self::assertSame([], $this->host->mail->sent);
        $inside = $this->as('bob')->api('POST', "rooms/{$this->room}/members", ['kind' => 'user', 'target' => 'carol', 'role' => 'viewer']);
        self::assertSame(201, $inside->getStatus());
    }

    public function testALinkFromBeforeOpensNothing(): void
    {
        $made = $this->dataOf($this->as('bob')->api('POST', "rooms/{$this->room}/links", ['name' => 'Dana', 'role' => 'moderator']));
        self::assertIsString($made['url'] ?? null);
        $address = 'i/' . basename($made['url']);
        self::assertSame(303, $this->as(null)->page('POST', $address, ['name' => 'Dana'])->getStatus());
        $door = $this->doorOfBob();
        $this->forbid();
        $shown = $this->as(null)->page('GET', $address);
        self::assertSame([403, 'closed'], [$shown->getStatus(), self::doorShown($shown)['state']]);
        self::assertSame(403, $this->as(null)->page('POST', $address, ['name' => 'Dana'])->getStatus());
        self::assertSame(403, $this->as(null)->page('POST', $door, ['name' => 'Dana'])->getStatus());
        self::assertSame(403, $this->as(null)->page('GET', "{$door}/status")->getStatus());
    }

    public function testWhatOnlyTheRoomSaysIsNoRule(): void
    {
        $response = $this->as('bob')->api('POST', "rooms/{$this->room}/links", ['name' => 'Dana', 'role' => 'viewer']);
        self::assertSame(201, $response->getStatus());
    }

    private function forbid(): void
    {
        $rules = [['group' => 'class', 'mayInviteGuests' => false]];
        self::assertSame(200, $this->as('admin')->api('PUT', 'admin/rules/groups', ['groups' => $rules])->getStatus());
    }

    private function doorOfBob(): string
    {
        $url = $this->dataOf($this->as('bob')->api('GET', "rooms/{$this->room}/access"))['url'] ?? '';
        self::assertIsString($url);

        return 'r/' . basename($url);
    }
}
