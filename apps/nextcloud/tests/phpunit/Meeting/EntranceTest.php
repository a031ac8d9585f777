<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Meeting;

use OCA\Bluebridge\Tests\MeetingTestCase;

/** The way of members into a room. */
final class EntranceTest extends MeetingTestCase
{
    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
        $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
    }

    public function testTheOwnerOpensTheRoomAndIsSentOnAsModerator(): void
    {
        $response = $this->as('alice')->page('POST', "rooms/{$this->room}/join");
        self::assertSentOn($response, ['fullName' => 'Alice', 'role' => 'MODERATOR', 'userID' => 'alice']);
        self::assertSame(1, $this->callsOf('create'));
    }

    public function testAViewerWaitsAndOpensNothing(): void
    {
        $response = $this->as('bob')->page('POST', "rooms/{$this->room}/join");
        self::assertTrue(self::doorShown($response)['waits']);
        self::assertSame(0, $this->callsOf('create'));
    }

    public function testAPageThatWaitsNeverOpensARoomEvenForItsOwner(): void
    {
        $response = $this->as('alice')->page('POST', "rooms/{$this->room}/join", ['waiting' => 'yes']);
        self::assertSame(200, $response->getStatus());
        self::assertSame(0, $this->callsOf('create'));
    }

    public function testAnArchivedRoomLetsNobodyIn(): void
    {
        $this->as('alice')->api('POST', "rooms/{$this->room}/archive", ['archived' => true]);
        $response = $this->as('alice')->page('POST', "rooms/{$this->room}/join");
        self::assertSame(403, $response->getStatus());
        self::assertSame(0, $this->callsOf('create'));
    }

    public function testAServerThatDoesNotAnswerIsToldInWordsWithoutItsAddress(): void
    {
        $this->disconnect();
        $response = $this->as('alice')->page('POST', "rooms/{$this->room}/join");
        self::assertSame(503, $response->getStatus());
        $text = self::doorShown($response)['text'] ?? '';
        self::assertIsString($text);
        self::assertStringContainsString('does not answer', $text);
        self::assertStringNotContainsString('127.0.0.1', $text);
    }

    public function testWhoOpensTheRoomByTheApiDoesNotEnterIt(): void
    {
        $status = $this->dataOf($this->as('alice')->api('POST', "rooms/{$this->room}/start"));
        self::assertSame('open', $status['state']);
        self::assertSame(403, $this->as('bob')->api('POST', "rooms/{$this->room}/start")->getStatus());
    }

    public function testTheEndIsSeenAtOnce(): void
    {
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        $status = $this->dataOf($this->as('alice')->api('POST', "rooms/{$this->room}/end"));
        self::assertSame('closed', $status['state']);
        self::assertSame(1, $this->callsOf('end'));
    }
}
