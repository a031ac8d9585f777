<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Entrance;

use Bluebridge\WordPress\Entrance\EntranceForm;
use Bluebridge\WordPress\Http\Answer;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;
use PHPUnit\Framework\Attributes\DataProvider;

/** People whose browser runs no script, or did not get it, wait and are taken in as well. */
final class WaitingAddressTest extends EntranceTestCase
{
    private const GUESTS = ['guestsAllowed' => true, 'waitForModerator' => false];

    /** What a browser says by itself when a page goes on to its next address. */
    private const GOES_ON = [
        'HTTP_SEC_FETCH_SITE' => 'same-origin',
        'HTTP_SEC_FETCH_MODE' => 'navigate',
        'HTTP_SEC_FETCH_DEST' => 'document',
    ];

    protected function tearDown(): void
    {
        $_GET = [];
        parent::tearDown();
    }

    public function testAGuestWithoutAScriptIsTakenInWithoutAClick(): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        $waiting = $this->post($room, ['bluebridge_name' => 'Ada']);
        $again = $this->goOn($room, $waiting);
        self::assertSame(200, $again->status);
        self::assertStringContainsString('data-waits="yes"', $again->body);
        self::assertNotContains('create', $this->traffic->calls());

        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $this->clock->sleep(6_000);
        $entered = $this->goOn($room, $again);
        self::assertSame(303, $entered->status);
        self::assertStringContainsString('fullName=Ada', $entered->headers['Location'] ?? '');
    }

    public function testAUserWithoutAScriptIsTakenInAndOpensNothing(): void
    {
        $room = $this->roomOf('author', ['anyoneCanStart' => true, 'opensAt' => $this->clock->now() + 60_000]);
        $this->actAs('subscriber');
        $waiting = $this->post($room, [EntranceForm::NONCE => EntranceForm::nonce($room->id)]);
        $this->clock->sleep(61_000);
        $again = $this->goOn($room, $waiting);
        self::assertSame(200, $again->status);
        self::assertNotContains('create', $this->traffic->calls());
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $this->clock->sleep(6_000);
        self::assertSame(303, $this->goOn($room, $waiting)->status);
    }

    public function testWhoAgreedToBeRecordedIsNotAskedAgain(): void
    {
        $room = $this->roomOf('author', self::GUESTS + ['record' => true, 'recordingConsent' => true]);
        $waiting = $this->post($room, ['bluebridge_name' => 'Ada', 'bluebridge_consent' => 'yes']);
        $moderator = new Participant('wp1-3', 'Ms Lovelace', true, recordingConsent: 'given');
        $this->meetings->enter($room, $moderator, true, 'https://example.org/');
        $this->clock->sleep(6_000);
        self::assertSame(303, $this->goOn($room, $waiting)->status);
    }

    /** @param array<string, string> $headers */
    #[DataProvider('otherRequests')]
    public function testOnlyThePageThatWaitsGoesOn(array $headers): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        $waiting = $this->post($room, ['bluebridge_name' => 'Ada']);
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $this->clock->sleep(6_000);
        $door = $this->goOn($room, $waiting, $headers);
        self::assertSame(200, $door->status);
        self::assertStringNotContainsString('http-equiv="refresh"', $door->body);
    }

    /** @return iterable<string, array{array<string, string>}> */
    public static function otherRequests(): iterable
    {
        yield 'somebody who was sent the address' => [['HTTP_SEC_FETCH_SITE' => 'none'] + self::GOES_ON];
        yield 'a link of another site' => [['HTTP_SEC_FETCH_SITE' => 'cross-site'] + self::GOES_ON];
        $picture = ['HTTP_SEC_FETCH_MODE' => 'no-cors', 'HTTP_SEC_FETCH_DEST' => 'image'];
        yield 'a picture of a page of this site' => [$picture + self::GOES_ON];
        yield 'a frame of a page of this site' => [['HTTP_SEC_FETCH_DEST' => 'iframe'] + self::GOES_ON];
        yield 'a browser that says nothing' => [array_fill_keys(array_keys(self::GOES_ON), '')];
    }

    public function testALinkOfAColleagueBringsNoUserIn(): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        $theirs = $this->post($room, ['bluebridge_name' => 'Ada']);
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $this->clock->sleep(6_000);
        $this->actAs('subscriber');
        self::assertSame(403, $this->goOn($room, $theirs)->status);
    }

    public function testAPageThatDoesNotWaitStaysAsItIs(): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        self::assertStringNotContainsString('http-equiv', $this->look($room)->body);
    }

    /**
     * Lets a browser do by itself what the page tells it.
     *
     * @param array<string, string> $headers
     */
    private function goOn(StoredRoom $room, Answer $page, array $headers = self::GOES_ON): Answer
    {
        self::assertSame(1, preg_match('~http-equiv="refresh" content="(?<seconds>\d+); url=(?<url>[^"]+)"~', $page->body, $found));
        self::assertGreaterThanOrEqual(15, (int) $found['seconds']);
        parse_str((string) wp_parse_url(html_entity_decode($found['url']), PHP_URL_QUERY), $query);
        $_GET = $query;

        return $this->comeByAddress($room, $headers);
    }
}
