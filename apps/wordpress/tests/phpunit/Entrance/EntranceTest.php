<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Entrance;

use Bluebridge\WordPress\Entrance\EntranceAddress;
use Bluebridge\WordPress\Entrance\EntranceForm;
use Bluebridge\WordPress\People\SameOrigin;
use PHPUnit\Framework\Attributes\DataProvider;

final class EntranceTest extends EntranceTestCase
{
    public function testAVisitorWhoOnlyLooksAsksNoServer(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        $answer = $this->entrance()->answer($room->id, $room->doorKey(), false);
        self::assertSame(200, $answer->status);
        self::assertStringContainsString('name="bluebridge_name"', $answer->body);
        self::assertSame([], $this->traffic->calls());
    }

    public function testNoCacheKeepsAnythingOfTheDoor(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        $made = $this->invitations->make($room->id, 'viewer', '', 0, 1);
        self::assertNotNull($made);
        $answers = [
            'door' => $this->look($room),
            'waiting' => $this->post($room, ['bluebridge_name' => 'Ada']),
            'no name' => $this->post($room, []),
            'missing' => $this->entrance()->answer(0, '', false),
            'link' => $this->lookAtLink($made[1]),
            'made up link' => $this->lookAtLink('x'),
        ];
        $this->invitations->revoke($made[0]);
        $answers['revoked link'] = $this->lookAtLink($made[1]);
        foreach ($answers as $which => $answer) {
            self::assertSame('no-store, private', $answer->headers['Cache-Control'] ?? '', $which);
        }
    }

    public function testAUserIsSentOnToTheMeeting(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('author');
        $answer = $this->post($room, [EntranceForm::NONCE => EntranceForm::nonce($room->id)]);
        self::assertSame(303, $answer->status);
        self::assertTrue(str_starts_with($answer->headers['Location'] ?? '', (string) getenv('BLUEBRIDGE_ENDPOINT')));
        self::assertSame(['no-store, private', 'same-origin'], [$answer->headers['Cache-Control'], $answer->headers['Referrer-Policy']]);
    }

    public function testAGuestWaitsAndComesInWithoutAClick(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true, 'waitForModerator' => false]);
        $waiting = $this->post($room, ['bluebridge_name' => 'Ada "<b>"']);
        self::assertSame(200, $waiting->status);
        self::assertStringContainsString('data-waits="yes"', $waiting->body);
        self::assertStringContainsString('value="Ada &quot;', $waiting->body);
        self::assertSame(['getMeetingInfo'], $this->traffic->calls());
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $this->clock->sleep(6_000);
        $entered = $this->post($room, ['bluebridge_name' => 'Ada', 'bluebridge_by' => 'waiting']);
        self::assertSame(303, $entered->status);
        self::assertStringContainsString('role=VIEWER', $entered->headers['Location'] ?? '');
    }

    public function testAPageThatWaitsOpensNoRoomByItself(): void
    {
        $room = $this->roomOf('author', ['anyoneCanStart' => true]);
        $this->actAs('subscriber');
        $nonce = [EntranceForm::NONCE => EntranceForm::nonce($room->id)];
        self::assertSame(200, $this->post($room, $nonce + ['bluebridge_by' => 'waiting'])->status);
        self::assertNotContains('create', $this->traffic->calls());
        self::assertSame(303, $this->post($room, $nonce)->status);
    }

    /** @param array<string, string> $headers */
    #[DataProvider('otherSites')]
    public function testAPageOfAnotherSiteBringsNobodyIn(array $headers): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true, 'anyoneCanStart' => true]);
        $this->actAs('author');
        $answer = $this->post($room, [EntranceForm::NONCE => EntranceForm::nonce($room->id)], $headers);
        self::assertSame([403, []], [$answer->status, $this->traffic->calls()]);
    }

    /** @return iterable<string, array{array<string, string>}> */
    public static function otherSites(): iterable
    {
        yield 'that says nothing' => [[]];
        yield 'by its origin' => [['HTTP_ORIGIN' => 'https://evil.example']];
        yield 'by what the browser says' => [['HTTP_SEC_FETCH_SITE' => 'cross-site', 'HTTP_ORIGIN' => 'null']];
        yield 'next door' => [['HTTP_SEC_FETCH_SITE' => 'same-site']];
    }

    public function testAUserWhosePageIsTooOldGetsANewOne(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('author');
        foreach ([[], [EntranceForm::NONCE => 'old'], [EntranceForm::NONCE => EntranceForm::nonce($room->id + 1)]] as $fields) {
            $answer = $this->post($room, $fields);
            self::assertSame(403, $answer->status);
            self::assertStringContainsString(EntranceForm::nonce($room->id), $answer->body);
        }
        self::assertSame([], $this->traffic->calls());
    }

    public function testABrowserThatSaysItsOriginOnlyComesInFromThePageItself(): void
    {
        // Such as all browsers on sites without HTTPS. With a stricter policy they say "null" there.
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        $origin = ['HTTP_ORIGIN' => SameOrigin::of(home_url())];
        $waiting = $this->post($room, ['bluebridge_name' => 'Ada'], $origin);
        self::assertSame([200, 'same-origin'], [$waiting->status, $waiting->headers['Referrer-Policy'] ?? null]);
    }

    public function testAUserWhoIsLoggedInNoMoreIsToldToLogIn(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('author');
        $page = [EntranceForm::NONCE => EntranceForm::nonce($room->id)];
        $this->actAsVisitor();
        $answer = $this->post($room, $page);
        self::assertSame(403, $answer->status);
        self::assertStringContainsString('Please log in to enter this room.', $answer->body);
        self::assertStringNotContainsString('Please type your name.', $answer->body);
    }

    public function testAPageOfYesterdayBringsAGuestInAndAUserToAFreshOne(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true, 'anyoneCanStart' => true]);
        // A cache shows the page of people without an account to somebody who has logged in since.
        $this->actAs('subscriber');
        $fresh = $this->post($room, ['bluebridge_name' => 'Ada']);
        self::assertSame([403, []], [$fresh->status, $this->traffic->calls()]);
        self::assertSame(1, preg_match('~name="_wpnonce" value="([0-9a-f]+)"~', $fresh->body, $nonce));
        self::assertSame(303, $this->post($room, [EntranceForm::NONCE => $nonce[1]])->status);
        $this->actAsVisitor();
        self::assertSame(303, $this->post($room, ['bluebridge_name' => 'Ada'])->status);
    }

    public function testAGuestWhoseCookiesAreGoneComesInByThePageThatWaits(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true, 'waitForModerator' => false]);
        $waiting = $this->post($room, ['bluebridge_name' => 'Ada']);
        self::assertStringContainsString('value="Ada"', $waiting->body);
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $this->clock->sleep(6_000);
        $this->useAnotherBrowser();
        $entered = $this->post($room, ['bluebridge_name' => 'Ada', 'bluebridge_by' => 'waiting']);
        self::assertSame(303, $entered->status);
    }

    public function testWhoPressesTwiceOpensOneMeetingAndKeepsTheirSeat(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('author');
        $form = [EntranceForm::NONCE => EntranceForm::nonce($room->id)];
        $addresses = [$this->post($room, $form)->headers['Location'] ?? '', $this->post($room, $form)->headers['Location'] ?? ''];
        self::assertCount(1, array_keys($this->traffic->calls(), 'create', true));
        foreach ($addresses as $address) {
            self::assertStringContainsString('userID=wp' . get_current_blog_id() . '-' . get_current_user_id(), $address);
        }
    }

    public function testAGuestWithoutANameIsAskedForIt(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        self::assertSame(400, $this->post($room, ['bluebridge_name' => ' '])->status);
    }

    public function testAGuestIsToldToLogInWhereGuestsStayOut(): void
    {
        $answer = $this->post($this->roomOf('author'), ['bluebridge_name' => 'Ada']);
        self::assertSame(403, $answer->status);
        self::assertStringContainsString('wp-login.php', $answer->body);
    }

    public function testWhoMayBeRecordedIsAskedFirst(): void
    {
        $settings = ['record' => true, 'recordingConsent' => true, 'guestsAllowed' => true, 'waitForModerator' => false];
        $room = $this->roomOf('author', $settings);
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $asked = $this->post($room, ['bluebridge_name' => 'Ada']);
        self::assertSame(403, $asked->status);
        self::assertStringContainsString('name="bluebridge_consent"', $asked->body);
        self::assertNotSame(403, $this->post($room, ['bluebridge_name' => 'Ada', 'bluebridge_consent' => 'yes'])->status);
    }

    public function testADraftIsNotThere(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true], 'draft');
        self::assertSame(404, $this->entrance()->answer($room->id, $room->doorKey(), false)->status);
        self::assertSame(404, $this->entrance()->answer(0, '', true)->status);
    }

    public function testWhoCountsThroughNumbersFindsNoDoor(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true, 'anyoneCanStart' => true]);
        $other = $this->roomOf('author');
        foreach (['', 'subscriber', 'colleague'] as $login) {
            $login === '' ? $this->actAsVisitor() : $this->actAs($login);
            foreach (['', $other->doorKey(), $room->meetingID] as $key) {
                self::assertSame(404, $this->entrance()->answer($room->id, $key, false)->status);
            }
        }
        $this->actAs('author');
        self::assertSame(200, $this->entrance()->answer($room->id, '', false)->status);
    }

    public function testAnAddressSaysWhichDoorItLeadsTo(): void
    {
        $room = $this->roomOf('author');
        parse_str((string) parse_url(EntranceAddress::of($room), PHP_URL_QUERY), $query);
        $value = $query['bluebridge_enter'] ?? null;
        self::assertIsString($value);
        self::assertSame([$room->id, $room->doorKey()], EntranceAddress::read($value));
        foreach (['', '7', '7-', '7-XYZ', '-abc', '7-abc\n', '99999999999999999999-abc'] as $value) {
            self::assertSame([0, ''], EntranceAddress::read($value));
        }
    }

    public function testAServerThatIsDownIsSaidInWords(): void
    {
        $this->traffic->breakDown();
        $answer = $this->post($this->roomOf('author', ['guestsAllowed' => true]), ['bluebridge_name' => 'Ada']);
        self::assertSame(503, $answer->status);
        self::assertStringContainsString('does not answer right now', $answer->body);
    }
}
