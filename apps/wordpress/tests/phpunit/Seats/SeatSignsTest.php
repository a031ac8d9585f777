<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Seats;

use Bluebridge\WordPress\Meetings\Snapshot;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Tests\HosterTestCase;

final class SeatSignsTest extends HosterTestCase
{
    public function testWhoLeadsARoomReadsWhatOpeningTakesAndWhatIsFree(): void
    {
        $this->openRoom($this->roomFor(30, 60));
        $this->actAs('author');
        $sign = $this->signOf($this->roomFor(20, 90, title: 'Physics'));
        self::assertSame(['Opening the room reserves 20 seats for 90 minutes.', '20 seats are free at the moment.'], $sign['lines']);
        self::assertSame([30, 50, []], [$sign['taken'], $sign['total'], $sign['holders']]);
    }

    public function testWhoHasTheSeatsIsNamedToWhoMayKnowAndNobodyElse(): void
    {
        $this->openRoom($this->roomFor(25, 60, 'author', 'Published'));
        $secret = $this->roomOf('editor', ['maxParticipants' => 15, 'durationMinutes' => 60], 'private', 'Secret');
        $this->openRoom($secret);
        $room = $this->roomFor(20, 60, 'colleague', 'Wanting');
        $this->actAs('colleague');
        $holders = implode("\n", $this->signOf($room)['holders']);
        self::assertStringContainsString('Published (', $holders);
        self::assertStringContainsString('25 seats', $holders);
        self::assertStringContainsString('Another room of this site · 15 seats', $holders);
        self::assertStringNotContainsString('Secret', $holders);
        $this->actAs('editor');
        self::assertStringContainsString('Secret', implode("\n", $this->signOf($room)['holders']));
        foreach (['', 'subscriber', 'author'] as $login) {
            $login === '' ? $this->actAsVisitor() : $this->actAs($login);
            self::assertSame([], $this->signOf($room)['holders'], $login);
            self::assertSame([], $this->signOf($room)['lines'], $login);
        }
    }

    public function testAnotherSystemIsNamedAlsoWhenTheServersClockIsAheadOfOurs(): void
    {
        $elsewhere = ['name' => 'Elsewhere', 'meetingID' => 'of another system', 'maxParticipants' => 45, 'duration' => 60];
        $createTime = $this->seats->accounts()->of('')->client()->call('create', $elsewhere)['createTime'] ?? 0;
        self::assertIsInt($createTime);
        $this->clock->sleep($createTime - $this->clock->now() - 30_000);
        $room = $this->roomFor(10, 60);
        $this->openRoom($room);
        $this->actAs('author');
        self::assertStringContainsString('Another system · 45 seats', implode("\n", $this->signOf($room)['holders']));
    }

    public function testAPageWithSeatsAsksNoServer(): void
    {
        $this->openRoom($this->roomFor(40, 60));
        $room = $this->roomFor(20, 60, title: 'Physics');
        $this->infos->askAnew($room->meetingID);
        $this->actAs('author');
        $this->traffic->forget();
        $page = do_shortcode("[bluebridge_room id={$room->id}]");
        self::assertStringContainsString('10 seats are free at the moment.', $page);
        self::assertStringContainsString('Maths', $page);
        self::assertMatchesRegularExpression('/<meter[^>]*max="50"\s+value="40"/', $page);
        self::assertSame([], $this->traffic->calls());
        $this->actAsVisitor();
        self::assertStringNotContainsString('seats are free', do_shortcode("[bluebridge_room id={$room->id}]"));
    }

    public function testDuringAMeetingItsEndIsToldAndCanBeMovedWithOneClick(): void
    {
        $room = $this->roomFor(20, 60);
        $this->openRoom($room);
        $this->actAs('author');
        $sign = $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/seats")->get_data();
        self::assertIsArray($sign);
        self::assertSame('Extend by 30 minutes', $sign['extend']);
        $reply = $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/extend");
        self::assertSame(200, $reply->get_status());
        self::assertStringContainsString('goes on until', (string) wp_json_encode($reply->get_data()));
        self::assertStringContainsString('in 90 minutes', (string) wp_json_encode($reply->get_data()));
    }

    public function testNoButtonExtendsWhatCannotBeExtended(): void
    {
        $room = $this->roomFor(30, 60);
        $this->openRoom($room);
        $this->openRoom($this->roomFor(20, 120, title: 'Physics'));
        $this->say('BLUEBRIDGE_SEATS', '45');
        $this->actAs('author');
        self::assertSame('', $this->signOf($room)['extend']);
        self::assertSame(409, $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/extend")->get_status());
    }

    public function testTheEntranceNamesWhatWouldEndAndTheFormAgreesToThat(): void
    {
        $late = $this->roomFor(40, 30, title: 'Late');
        $this->openRoom($late);
        $this->join($late);
        $this->passMinutes(31);
        $room = $this->roomFor(30, 60, title: 'Wanting');
        $this->actAs('author');
        $sign = $this->signOf($room);
        self::assertSame((string) $this->meetingOf($late)->id, $sign['confirms']);
        self::assertStringContainsString('Late', implode('', $sign['holders']));
        self::assertStringContainsString('beyond its planned end', implode('', $sign['holders']));
    }

    public function testTheProvidersTextsAreSwitchedOffOnlyWhereThereIsSuchASwitch(): void
    {
        $sent = '';
        add_filter('pre_http_request', static function (mixed $answer, array $arguments, string $url) use (&$sent): mixed {
            $sent .= $url . (is_string($arguments['body'] ?? null) ? $arguments['body'] : '');

            return $answer;
        }, 1, 3);
        $this->openRoom($this->roomOf('author', ['showHostTexts' => false]));
        self::assertStringContainsString('deactivateBbbserverDefaultChatTexts=true', $sent);
        $this->say('BLUEBRIDGE_DIALECT', 'bigbluebutton');
        $this->actAs('author');
        $reply = $this->rest('POST', '/bluebridge/v1/rooms', ['title' => 'Plain', 'settings' => ['showHostTexts' => false]]);
        self::assertSame(400, $reply->get_status());
    }

    /** @return array{lines: list<string>, holders: list<string>, taken: int, total: int, confirms: string, extend: string} */
    private function signOf(StoredRoom $room): array
    {
        return $this->seats->signs()->of($room, Snapshot::read($this->watches->read($room->meetingID)->snapshot));
    }
}
