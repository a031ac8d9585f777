<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Meeting;

use OCA\Bluebridge\Meeting\MeetingInfos;
use OCA\Bluebridge\Server\HostTransport;
use OCA\Bluebridge\Tests\AnsweringTransport;
use OCA\Bluebridge\Tests\MeetingTestCase;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Transport;

/** While one request asks about a meeting, others open it, end it and want to enter it. */
final class QuestionsAtOnceTest extends MeetingTestCase
{
    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
    }

    public function testAnAnswerFromBeforeTheMeetingEndsNobodysCall(): void
    {
        $meetingID = $this->meetingOf($this->room);
        $this->as('alice')->page('POST', "rooms/{$this->room}/join");
        $this->as('alice')->api('POST', "rooms/{$this->room}/end");
        self::assertSame([], $this->host->statuses->set);
        $this->host->clock->advance(20_000);
        $this->whileAsked(function (MeetingInfos $infos) use ($meetingID): void {
            $this->host->container->get(\OCA\Bluebridge\Status\CallStatus::class)->began('alice', $meetingID);
            $infos->opened($meetingID, 1_800_000_020_000, 0);
        });
        self::assertSame(['alice' => 'call'], $this->host->statuses->set);
    }

    public function testTheEndIsWrittenDownOnceAlsoWhenSomebodyElseNoticesItMeanwhile(): void
    {
        $meetingID = $this->meetingOf($this->room);
        $this->as('alice')->page('POST', "rooms/{$this->room}/join");
        $this->host->clock->advance(20_000);
        $this->whileAsked(function (MeetingInfos $infos) use ($meetingID): void {
            $this->act(['kind' => 'end', 'meetingID' => $meetingID]);
            $infos->ended($meetingID);
        });
        self::assertCount(1, array_keys($this->host->activity->subjectsOf('alice'), 'ended', true));
    }

    public function testNobodyIsSentToAServerThatCouldNotBeReachedJustNow(): void
    {
        $this->as('alice')->page('POST', "rooms/{$this->room}/join");
        $this->look();
        $this->host->clock->advance(20_000);
        $this->disconnect();
        $state = $this->look()['state'] ?? '';
        self::assertSame($state, $this->look()['state'] ?? null);
        self::assertNotSame('unknown', $state);
        $asked = $this->callsOf('getMeetingInfo');
        self::assertSame(503, $this->as('alice')->page('POST', "rooms/{$this->room}/join")->getStatus());
        self::assertSame($asked, $this->callsOf('getMeetingInfo'));
    }

    /** @param \Closure(MeetingInfos): void $work what another request does while the server is asked */
    private function whileAsked(\Closure $work): void
    {
        $transport = new AnsweringTransport($this->host->container->get(HostTransport::class));
        $this->host->container->put(Transport::class, $transport);
        $transport->before('getMeetingInfo', function () use ($work): void {
            $this->host->clock->advance(1);
            $work($this->host->container->get(MeetingInfos::class));
        });
        $this->look();
        self::assertContains('getMeetingInfo', $transport->calls);
    }

    /** @return array<array-key, mixed> */
    private function look(): array
    {
        return $this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/status"));
    }
}
