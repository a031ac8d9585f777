<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Guests;

use OCA\Bluebridge\Tests\MeetingTestCase;

/** Links for one person each. */
final class PersonalLinksTest extends MeetingTestCase
{
    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
    }

    public function testOneForAModeratorOpensARoomThatLetsNoGuestsIn(): void
    {
        [, $address] = $this->linkFor('moderator');
        self::assertSame('Dana', self::doorShown($this->as(null)->page('GET', $address))['name']);
        self::assertSame(0, $this->callsOf('create'));
        self::assertSentOn($this->as(null)->page('POST', $address, ['name' => 'Dana']), ['fullName' => 'Dana', 'role' => 'MODERATOR']);
    }

    public function testOneForAViewerStandsForCodeAndLobby(): void
    {
        $this->as('alice')->api('PATCH', "rooms/{$this->room}/access", ['isPublic' => true, 'lobby' => true, 'viewerCode' => 'sesame-1']);
        [, $address] = $this->linkFor('viewer');
        self::assertTrue(self::doorShown($this->as(null)->page('POST', $address, ['name' => 'Dana']))['waits']);
        // Nobody who could approve anybody is in: other guests wait here, whoever was given a link does not.
        $this->as('alice')->api('PATCH', "rooms/{$this->room}", ['settings' => ['guestsAllowed' => true, 'guestApproval' => true, 'waitForModerator' => false]]);
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        self::assertSentOn($this->as(null)->page('POST', $address, ['name' => 'Dana']), ['role' => 'VIEWER', 'guest' => 'false']);
    }

    public function testOneThatWasTakenBackOpensNothingAlsoForWhoHasUsedIt(): void
    {
        [$id, $address] = $this->linkFor('viewer');
        $this->as(null)->page('POST', $address, ['name' => 'Dana']);
        $this->as('alice')->api('DELETE', "rooms/{$this->room}/links/{$id}");
        self::assertSame(404, $this->as(null)->page('GET', $address)->getStatus());
        $door = $this->doorOf($this->room);
        self::assertSame(403, $this->as(null)->page('POST', $door, ['name' => 'Dana'])->getStatus());
    }

    public function testOneIsOverAfterItsTime(): void
    {
        [, $address] = $this->linkFor('viewer', $this->host->clock->getTime() * 1000 + 60_000);
        self::assertSame(200, $this->as(null)->page('GET', $address)->getStatus());
        $this->host->clock->advance(60_001);
        self::assertSame(404, $this->as(null)->page('GET', $address)->getStatus());
    }

    public function testItsSecretIsKeptAsAHashAndToldOnce(): void
    {
        [, $address] = $this->linkFor('viewer');
        $secret = basename($address);
        $stored = json_encode($this->host->db->getQueryBuilder()->select('*')->from('bluebridge_links')->executeQuery()->fetchAll(), JSON_THROW_ON_ERROR);
        $told = json_encode($this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/links")), JSON_THROW_ON_ERROR);
        self::assertStringNotContainsString($secret, $stored . $told);
    }

    public function testAFormThatIsNotOursLeavesNoInvitationBehind(): void
    {
        [, $address] = $this->linkFor('moderator');
        $stale = $this->as(null)->page('POST', $address, ['name' => 'Dana'], headers: []);
        self::assertSame(403, $stale->getStatus());
        $door = $this->doorOf($this->room);
        self::assertSame(403, $this->as(null)->page('POST', $door, ['name' => 'Dana'])->getStatus());
        // Who had the page open for too long presses the button again, and is in.
        $again = self::doorShown($stale)['action'];
        self::assertIsString($again);
        self::assertStringEndsWith("/{$address}", $again);
        self::assertSame('Dana', self::doorShown($stale)['name']);
        self::assertSentOn($this->as(null)->page('POST', $address, ['name' => 'Dana']), ['role' => 'MODERATOR']);
    }

    public function testWhereEverybodyLogsInItIsNoWayAround(): void
    {
        $this->as('alice')->api('PATCH', "rooms/{$this->room}/access", ['loginRequired' => true]);
        [, $address] = $this->linkFor('moderator');
        self::assertSame(403, $this->as(null)->page('POST', $address, ['name' => 'Dana'])->getStatus());
        self::assertSame(0, $this->callsOf('create'));
    }

    /** @return array{int, string} its id, and its address as it follows the name of the app */
    private function linkFor(string $role, ?int $expiresAt = null): array
    {
        $made = $this->dataOf($this->as('alice')->api('POST', "rooms/{$this->room}/links", ['name' => 'Dana', 'role' => $role, 'expiresAt' => $expiresAt]));
        self::assertIsInt($made['id'] ?? null);
        self::assertIsString($made['url'] ?? null);

        return [$made['id'], 'i/' . basename($made['url'])];
    }
}
