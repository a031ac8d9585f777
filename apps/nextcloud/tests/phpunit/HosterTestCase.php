<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests;

use OCA\Bluebridge\Schedule\EndDue;
use OCA\Bluebridge\Schedule\EndTally;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Seats\AccountTermsStore;
use OCA\Bluebridge\Seats\PlannedMeeting;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Server\HostTransport;
use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Transport;
use OCP\AppFramework\Http\Response;

/** A test with rooms that meet on the account of a hoster, which has fifty seats, at the time of this machine. */
abstract class HosterTestCase extends MeetingTestCase
{
    private const MINUTE = 60_000;

    protected function setUp(): void
    {
        parent::setUp();
        $this->control('reset', []);
        // The server's clock and ours go together.
        $this->host->clock->advance((int) (microtime(true) * 1000) - 1000 * $this->host->clock->getTime());
        $this->connectHoster();
        (new AccountTermsStore($this->host->settings))->keep($this->account(), ['connections' => 50]);
    }

    protected function tearDown(): void
    {
        // Other tests meet on the same simulator.
        $this->control('reset', []);
        parent::tearDown();
    }

    protected function connectHoster(string $dialect = 'integration', string $path = '/hoster/de/bbb-integration/'): void
    {
        $endpoint = getenv('BLUEBRIDGE_SIMULATOR') . $path;
        $this->connect(new ServerSettings($endpoint, (string) getenv('BLUEBRIDGE_SECRET'), $dialect, allowsLocal: true));
    }

    /**
     * Gives one of the app's services, as a new process has it.
     *
     * @template T of object
     * @param class-string<T> $class
     * @return T
     */
    protected function service(string $class): object
    {
        $this->host->container->forgetApp();

        return $this->host->container->get($class);
    }

    /** Gives the key of the account that rooms meet on. */
    protected function account(): string
    {
        return $this->service(Accounts::class)->all()[0]->key;
    }

    /** Makes a room of a size. */
    protected function roomFor(int $seats, int $minutes, string $owner = 'alice', string $name = 'Maths'): int
    {
        $room = $this->roomOf($owner, $name);
        $settings = ['maxParticipants' => $seats, 'durationMinutes' => $minutes];
        self::assertSame(200, $this->as($owner)->api('PATCH', "rooms/{$room}", ['settings' => $settings])->getStatus());

        return $room;
    }

    /**
     * Lets somebody open a room.
     *
     * @param list<string> $evicts
     */
    protected function start(int $room, array $evicts = [], string $by = 'alice'): Response
    {
        return $this->as($by)->api('POST', "rooms/{$room}/start", ['evicts' => $evicts]);
    }

    /** Lets somebody open a room for which there are seats. */
    protected function opened(int $room, string $by = 'alice'): PlannedMeeting
    {
        $response = $this->start($room, by: $by);
        self::assertSame(200, $response->getStatus(), (string) json_encode($this->dataOf($response)));

        return $this->planned($room);
    }

    protected function planned(int $room): PlannedMeeting
    {
        $meeting = (new PlannedMeetings($this->host->db))->openIn($room);
        self::assertNotNull($meeting);

        return $meeting;
    }

    /** Does what is due, as background jobs and the command do. */
    protected function endDue(): EndTally
    {
        return $this->service(EndDue::class)->run(0);
    }

    /** Lets minutes pass, here and for the server. */
    protected function passMinutes(int $minutes): void
    {
        $this->passMs($minutes * self::MINUTE);
    }

    protected function passMs(int $ms): void
    {
        $this->host->clock->advance($ms);
        $this->control('advance', ['ms' => $ms]);
    }

    /** Lets somebody come into the meeting of a room, so that it does not end for want of people. */
    protected function comeIn(int $room, string $userID = 'somebody'): void
    {
        $attendee = ['userID' => $userID, 'fullName' => 'Ada', 'role' => 'MODERATOR'];
        $this->control('act?tenant=hoster', ['kind' => 'join', 'meetingID' => $this->meetingOf($room), 'attendee' => $attendee]);
    }

    /** Puts itself between the app and its server. */
    protected function answering(): AnsweringTransport
    {
        $transport = new AnsweringTransport($this->service(HostTransport::class));
        $this->host->container->put(Transport::class, $transport);

        return $transport;
    }

    /** @return array<array-key, mixed> what the first request of a call said */
    protected function sentIn(string $call): array
    {
        foreach ($this->host->http->sent() as $sent) {
            if (str_contains($sent['url'], "/api/{$call}?")) {
                parse_str((string) parse_url($sent['url'], PHP_URL_QUERY), $query);

                return $query;
            }
        }
        self::fail("{$call} was not called.");
    }
}
