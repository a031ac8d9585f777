<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Meeting;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\CallTrace;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Client;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;

/**
 * What the server says of meetings, shared by all requests. However many look on, one of them asks,
 * once in five seconds at the most; the others are told what is known.
 *
 * @phpstan-import-type Info from Snapshot
 */
class MeetingInfos
{
    /** How long after the door a person appears in the meeting, ms. */
    private const ARRIVAL_TAKES = 6_000;

    private const LOOK_AGAIN_AFTER = 250;

    private const MOST_LOOKS = 24;

    /** When a Nextcloud without a server may have got one, ms. */
    private const WITHOUT_SERVER = 30_000;

    /** How long the server asked to be left alone when it last answered, ms. */
    private int $retryAfter = 0;

    public function __construct(
        private readonly Servers $servers,
        private readonly MeetingWatches $watches,
        private readonly MeetingNews $news,
        private readonly Clock $clock,
    ) {
    }

    /** Tells what is known, without asking: for pages that are being rendered. */
    public function known(string $meetingID): Outcome
    {
        return Outcome::of($this->watches->read($meetingID), $this->clock->now());
    }

    /**
     * Tells what is known of a meeting to somebody who looks on, asking first when that is due and
     * nobody else does.
     *
     * @param bool $waits whether they wait to be let in
     */
    public function lookOn(string $meetingID, bool $waits): Look
    {
        try {
            $client = $this->client($meetingID);
        } catch (BbbException $error) {
            return new Look(Outcome::failed($error->error), self::WITHOUT_SERVER);
        }
        $now = $this->clock->now();
        $watch = $this->watches->read($meetingID);
        if ($waits && $watch->waitingAt < $now - QuestionPace::WAITING_LASTS / 2) {
            // One note serves all who wait at about the same time.
            $this->watches->awaited($meetingID, $now);
            if ($watch->waitingAt <= $now - QuestionPace::WAITING_LASTS) {
                $this->news->awaited($meetingID);
            }
            $watch = $this->watches->read($meetingID);
        }
        $isDue = QuestionPace::next($watch, $now) <= $now && !QuestionPace::isUnderWay($watch, $now);
        if ($isDue && $this->watches->claim($watch, $now)) {
            $this->ask($client, $meetingID, $now);
            $watch = $this->watches->read($meetingID);
        }

        return $this->look($watch, $this->clock->now());
    }

    /**
     * Describes a meeting for somebody who wants to enter now, at most five seconds old. Waits for who
     * is asking already.
     *
     * @return Info|null null when there is none
     * @throws BbbException when the server fails
     */
    public function atDoor(string $meetingID): ?array
    {
        $client = $this->client($meetingID);
        for ($looks = 0; $looks < self::MOST_LOOKS; $looks++) {
            $watch = $this->watches->read($meetingID);
            $now = $this->clock->now();
            if (QuestionPace::isUnderWay($watch, $now)) {
                $this->clock->sleep(self::LOOK_AGAIN_AFTER);
            } elseif (QuestionPace::atDoor($watch, $now) > $now) {
                return self::infoOrThrow($watch, $now);
            } elseif ($this->watches->claim($watch, $now)) {
                $this->ask($client, $meetingID, $now);

                return self::infoOrThrow($this->watches->read($meetingID), $now);
            }
        }
        throw new BbbException(BbbError::Timeout, 'nobody answered who had asked for it', retryable: true);
    }

    /** Asks the server whoever asked before, because something disagrees with what is known. */
    public function askAnew(string $meetingID): void
    {
        $client = $this->client($meetingID);
        $now = $this->clock->now();
        if ($this->watches->claim($this->watches->read($meetingID), $now)) {
            $this->ask($client, $meetingID, $now);
        }
    }

    /** Notes that a meeting is open, because we opened it. */
    public function opened(string $meetingID, int $createTime, int $maxUsers): void
    {
        $before = Snapshot::read($this->watches->read($meetingID)->snapshot);
        // Who opens a meeting that is open already changes nothing in it.
        if ($before === null || $before['createTime'] !== $createTime) {
            $this->watches->changed($meetingID, $this->clock->now(), Snapshot::ofOpened($createTime, $maxUsers));
            $this->news->opened($meetingID);
        }
    }

    /** Notes that a meeting is over, because we ended it. */
    public function ended(string $meetingID): void
    {
        $known = $this->watches->read($meetingID)->snapshot;
        $before = Snapshot::read($known);
        if ($before !== null) {
            $after = Snapshot::of(['hasBeenForciblyEnded' => true] + $before);
            $this->watches->changed($meetingID, $this->clock->now(), $after);
            $this->news->changed($meetingID, $known, $after);
        }
    }

    /** Notes that somebody is on their way into a meeting. */
    public function entered(string $meetingID): void
    {
        $now = $this->clock->now();
        // One note serves all who enter at about the same time.
        if ($this->watches->read($meetingID)->eventAt <= $now + self::ARRIVAL_TAKES / 2) {
            $this->watches->hint($meetingID, $now + self::ARRIVAL_TAKES);
        }
    }

    private function client(string $meetingID): Client
    {
        return $this->servers->clientOf($meetingID, function (CallTrace $trace): void {
            $this->retryAfter = $trace->retryAfterMs ?? 0;
        });
    }

    private function look(MeetingWatch $watch, int $now): Look
    {
        $againIn = QuestionPace::isUnderWay($watch, $now)
            ? self::LOOK_AGAIN_AFTER
            : max(self::LOOK_AGAIN_AFTER, QuestionPace::next($watch, $now) - $now);

        return new Look(Outcome::of($watch, $now), $againIn);
    }

    private function ask(Client $client, string $meetingID, int $askedAt): void
    {
        $before = $this->watches->read($meetingID);
        try {
            $snapshot = Snapshot::of($client->call('getMeetingInfo', ['meetingID' => $meetingID]), $before->snapshot);
        } catch (BbbException $error) {
            if ($error->error !== BbbError::MeetingNotFound) {
                $this->watches->fail($before, $askedAt, $error->error->value, $this->retryAfter);

                return;
            }
            $snapshot = Snapshot::of(null);
        }
        if (!$this->watches->answer($meetingID, $askedAt, $snapshot)) {
            // It is from before something that is known and was told already.
            return;
        }
        $this->news->changed($meetingID, $before->snapshot, $snapshot);
        // Events come a moment after what they tell of.
        $isTold = $before->heardAt === 0 || $before->heardAt > $before->answeredAt - 1_000;
        if (!$isTold && Snapshot::people($before->snapshot) !== Snapshot::people($snapshot)) {
            $this->watches->missed($meetingID, $askedAt);
        }
    }

    /** @return Info|null */
    private static function infoOrThrow(MeetingWatch $watch, int $now): ?array
    {
        $outcome = Outcome::atDoor($watch, $now);
        if ($outcome->isKnown) {
            return $outcome->info;
        }
        throw new BbbException($outcome->failure ?? BbbError::Timeout, 'the last question failed', 'getMeetingInfo');
    }
}
