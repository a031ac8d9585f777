<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Rest;

use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Meetings\Snapshot;
use Bluebridge\WordPress\Rest\DoorSchema;
use Bluebridge\WordPress\Rest\RoomSchema;
use Bluebridge\WordPress\Rooms\RoomType;
use Bluebridge\WordPress\Tests\RoomTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

final class RoomsControllerTest extends RoomTestCase
{
    public function testARoomIsAsItsSchemaSays(): void
    {
        $this->actAs('author');
        $reply = $this->rest('POST', '/bluebridge/v1/rooms', ['title' => 'Maths', 'settings' => ['welcome' => 'Hello "you" \\o/']]);
        $room = json_decode((string) wp_json_encode($reply->get_data()), true);
        self::assertTrue(rest_validate_value_from_schema($room, RoomSchema::item(), 'room'));
        self::assertIsArray($room);
        self::assertSame(['welcome' => 'Hello "you" \\o/'], $room['settings'] ?? null);
    }

    /** @param array<string, mixed> $parameters */
    #[DataProvider('refused')]
    public function testWhatARoomCannotSayIsRefused(array $parameters, string $code): void
    {
        $this->actAs('author');
        $reply = $this->rest('POST', '/bluebridge/v1/rooms', $parameters);
        self::assertSame([400, $code], [$reply->get_status(), $reply->as_error()?->get_error_code()]);
    }

    /** @return iterable<string, array{array<string, mixed>, string}> */
    public static function refused(): iterable
    {
        yield 'no title' => [[], 'rest_missing_callback_param'];
        yield 'a title that is too short' => [['title' => 'M'], 'rest_invalid_param'];
        yield 'an unknown parameter' => [['title' => 'Maths', 'meetingID' => 'mine'], 'bluebridge_unknown_parameters'];
        yield 'an unknown setting' => [['title' => 'Maths', 'settings' => ['x' => 1]], 'rest_invalid_param'];
        yield 'a wrong type' => [['title' => 'Maths', 'settings' => ['record' => 'perhaps']], 'rest_invalid_param'];
        yield 'a number over the limit' => [['title' => 'Maths', 'settings' => ['durationMinutes' => 100_000]], 'rest_invalid_param'];
        yield 'an address that is none' => [['title' => 'Maths', 'settings' => ['logo' => 'javascript:alert(1)']], 'bluebridge_invalid_settings'];
    }

    public function testANewRoomIsWrittenOnce(): void
    {
        $this->actAs('author');
        $before = did_action('save_post_' . RoomType::NAME);
        $reply = $this->rest('POST', '/bluebridge/v1/rooms', ['title' => 'Maths', 'settings' => ['record' => true]]);
        self::assertSame(201, $reply->get_status());
        self::assertSame($before + 1, did_action('save_post_' . RoomType::NAME));
    }

    public function testAContributorsRoomWaitsForItsPublication(): void
    {
        $this->actAs('contributor');
        $reply = (array) $this->rest('POST', '/bluebridge/v1/rooms', ['title' => 'Maths'])->get_data();
        self::assertSame('pending', $reply['status'] ?? null);
    }

    public function testSettingsStayWhenOnlyTheTitleChanges(): void
    {
        $this->actAs('author');
        $id = $this->roomOf('author', ['record' => true])->id;
        $reply = (array) $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", ['title' => 'Physics'])->get_data();
        self::assertSame(['Physics', ['record' => true]], [$reply['title'] ?? null, (array) ($reply['settings'] ?? null)]);
    }

    public function testWhatIsOddIsSavedAndSaidInWords(): void
    {
        $this->actAs('author');
        $id = $this->roomOf('author')->id;
        $settings = ['record' => true, 'autoStartRecording' => false, 'allowStartStopRecording' => false];
        $saved = (array) $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", ['settings' => $settings])->get_data();
        $words = 'Nothing will ever be recorded: let recording start at once, or let moderators start it.';
        self::assertSame([$words], array_column((array) ($saved['warnings'] ?? []), 'text'));
        $read = (array) $this->rest('GET', "/bluebridge/v1/rooms/{$id}")->get_data();
        self::assertSame($saved['warnings'] ?? null, $read['warnings'] ?? null);
        self::assertTrue(rest_validate_value_from_schema(json_decode((string) wp_json_encode($read), true), RoomSchema::item(), 'room'));
        $better = (array) $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", ['settings' => ['record' => true]])->get_data();
        self::assertSame([], $better['warnings'] ?? null);
    }

    public function testNoListOfRoomsAsksTheServer(): void
    {
        $this->roomOf('author');
        $this->actAs('author');
        $this->rest('GET', '/bluebridge/v1/rooms');
        self::assertSame([], $this->traffic->calls());
    }

    public function testAStatusIsAsItsSchemaSays(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('author');
        $sign = $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/status")->get_data();
        self::assertTrue(rest_validate_value_from_schema($sign, DoorSchema::sign(), 'sign'));
    }

    public function testWhoIsInIsToldToModeratorsOnly(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        (new MeetingWatches())->change($room->meetingID, (int) (microtime(true) * 1000), Snapshot::of([
            'createTime' => 1,
            'participantCount' => 1,
            'attendees' => [['userID' => 'guest-1', 'fullName' => 'Greta Guest', 'role' => 'VIEWER']],
        ]));
        // The answer of the server would take its place.
        $this->traffic->breakDown();
        $people = [];
        foreach (['', 'subscriber', 'colleague', 'author'] as $login) {
            $login === '' ? $this->actAsVisitor() : $this->actAs($login);
            $reply = $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/status", ['door' => $room->doorKey()]);
            $people[$login] = ((array) $reply->get_data())['people'] ?? null;
        }
        $named = [['name' => 'Greta Guest', 'moderates' => false]];
        self::assertSame(['' => [], 'subscriber' => [], 'colleague' => [], 'author' => $named], $people);
    }

    public function testAStatusThatIsKnownAlreadyIsNotSentAgain(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        $path = "/bluebridge/v1/rooms/{$room->id}/status";
        $first = $this->rest('GET', $path, ['door' => $room->doorKey()]);
        $tag = $first->get_headers()['ETag'] ?? null;
        self::assertIsString($tag);
        $again = $this->rest('GET', $path, ['door' => $room->doorKey()], ['If-None-Match' => "W/{$tag}"]);
        self::assertSame([304, null], [$again->get_status(), $again->get_data()]);
        self::assertSame('public, max-age=2', $first->get_headers()['Cache-Control'] ?? null);
        $this->actAs('author');
        $own = $this->rest('GET', $path, [], ['If-None-Match' => $tag]);
        self::assertSame([200, 'private, no-cache'], [$own->get_status(), $own->get_headers()['Cache-Control'] ?? null]);
        self::assertCount(1, $this->traffic->calls());
    }
}
