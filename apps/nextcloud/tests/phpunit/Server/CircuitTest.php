<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Server;

use OCA\Bluebridge\Server\Circuit;
use OCA\Bluebridge\Tests\MeetingTestCase;

/** A server that does not answer is left alone for a while. */
final class CircuitTest extends MeetingTestCase
{
    public function testAfterSomeLostAnswersNothingIsSentForAWhile(): void
    {
        $this->disconnect();
        $rooms = [$this->roomOf('alice', 'One'), $this->roomOf('alice', 'Two'), $this->roomOf('alice', 'Three'), $this->roomOf('alice', 'Four')];
        foreach ($rooms as $room) {
            $this->as('alice')->page('POST', "rooms/{$room}/join");
        }
        self::assertCount(Circuit::MOST_LOST, $this->host->http->sent());
        $this->host->clock->advance(Circuit::PAUSE_MS + 1);
        $this->as('alice')->page('POST', "rooms/{$rooms[3]}/join");
        self::assertCount(Circuit::MOST_LOST + 1, $this->host->http->sent());
    }

    public function testAnAnswerEndsIt(): void
    {
        $circuit = $this->host->container->get(Circuit::class);
        for ($lost = 0; $lost < Circuit::MOST_LOST; $lost++) {
            $circuit->lost('https://a');
        }
        self::assertFalse($circuit->lets('https://a'));
        self::assertTrue($circuit->lets('https://b'));
        $circuit->answered('https://a');
        self::assertTrue($circuit->lets('https://a'));
    }

    public function testOfManyWhoComeAfterThePauseOneTries(): void
    {
        $circuit = $this->host->container->get(Circuit::class);
        for ($lost = 0; $lost < Circuit::MOST_LOST; $lost++) {
            $circuit->lost('https://a');
        }
        $this->host->clock->advance(Circuit::PAUSE_MS);
        self::assertTrue($circuit->lets('https://a'));
        self::assertFalse($circuit->lets('https://a'));
    }
}
