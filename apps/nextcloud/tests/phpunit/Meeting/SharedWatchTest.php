<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Meeting;

use OCA\Bluebridge\Tests\MeetingTestCase;

/** However many look on, the server is asked rarely, and never by a page. */
final class SharedWatchTest extends MeetingTestCase
{
    private const PEOPLE = 200;

    public function testTwoHundredWhoWaitCostTwelveQuestionsAMinuteAtMost(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->api('PATCH', "rooms/{$room}", ['settings' => ['guestsAllowed' => true]]);
        $door = $this->doorOf($room);
        for ($person = 0; $person < self::PEOPLE; $person++) {
            $this->becomeGuest($person);
            self::assertTrue(self::doorShown($this->page('POST', $door, ['name' => "Guest {$person}"]))['waits'] ?? null);
        }
        $before = count($this->host->http->sent());
        // Each of them asks once in five seconds, one after the other.
        for ($look = 0; $look < 12; $look++) {
            for ($person = 0; $person < self::PEOPLE; $person++) {
                $this->becomeGuest($person);
                $response = $this->page('GET', "{$door}/status", ['waiting' => true]);
                self::assertSame(200, $response->getStatus());
                $this->host->clock->advance(intdiv(5_000, self::PEOPLE));
            }
        }
        $asked = count($this->host->http->sent()) - $before;
        fwrite(STDOUT, sprintf("\nFigure: %d people who wait cost %d calls a minute to the meeting server.\n", self::PEOPLE, $asked));
        self::assertLessThanOrEqual(12, $asked);
        self::assertGreaterThan(5, $asked);
    }

    public function testWhoOnlyKnowsTheAddressIsNobodyWhoWaits(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->api('PATCH', "rooms/{$room}", ['settings' => ['guestsAllowed' => true]]);
        $door = $this->doorOf($room);
        $this->as(null)->page('GET', $door);
        $this->as(null)->page('GET', "{$door}/status", ['waiting' => true]);
        $this->as('alice')->api('GET', "rooms/{$room}/status", ['waiting' => true]);
        self::assertSame('closed', $this->stateOf($room));
        $this->as(null)->page('POST', $door, ['name' => 'Dana']);
        self::assertSame('closed', $this->stateOf($room));
        $this->as(null)->page('GET', "{$door}/status", ['waiting' => true]);
        self::assertSame('waiting', $this->stateOf($room));
    }

    public function testPagesAskNoServer(): void
    {
        $room = $this->roomOf('alice');
        $this->disconnect();
        $before = count($this->host->http->sent());
        $this->as('alice')->page('GET', '');
        $this->as('alice')->page('GET', "rooms/{$room}");
        $this->as(null)->page('GET', $this->doorOf($room));
        $this->as('alice')->api('GET', 'rooms');
        self::assertCount($before, $this->host->http->sent());
    }

    public function testWhatIsTheSameHasTheSameTag(): void
    {
        $room = $this->roomOf('alice');
        $first = $this->as('alice')->api('GET', "rooms/{$room}/status");
        $this->host->clock->advance(1_000);
        $second = $this->as('alice')->api('GET', "rooms/{$room}/status");
        self::assertSame($first->getETag(), $second->getETag());
        self::assertNotSame('', (string) $first->getETag());
        self::assertGreaterThan('0', $second->getHeaders()['Bluebridge-Ask-After'] ?? '0');
    }

    /** One of many people, each with a browser and an address of their own. */
    private function becomeGuest(int $person): void
    {
        $this->as(null);
        $this->host->session->comeFrom("browser-{$person}");
        $this->host->request->comeFrom("198.51.100.{$person}");
    }

    private function stateOf(int $room): mixed
    {
        return $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/status"))['state'];
    }
}
