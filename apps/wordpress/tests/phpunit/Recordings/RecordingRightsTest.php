<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\Recordings\VisibleTo;
use Bluebridge\WordPress\Rooms\Hosts;
use PHPUnit\Framework\Attributes\DataProvider;

/** Every route of recordings by everybody, about a room of an author. */
final class RecordingRightsTest extends RecordingTestCase
{
    private const PEOPLE = ['', 'subscriber', 'contributor', 'colleague', self::CO_HOST, 'author', 'editor', 'admin'];

    /** The colleague, once the author has made them a co-host of the room. */
    private const CO_HOST = 'co-host';

    private const LEADERS_ONLY = [404, 404, 404, 404, 200, 200, 200, 200];

    /**
     * @param array<string, mixed> $parameters
     * @param list<int> $statuses by the people, in their order
     */
    #[DataProvider('routes')]
    public function testEverybodyGetsTheirAnswer(string $method, string $path, array $parameters, array $statuses): void
    {
        $room = $this->roomShownTo(VisibleTo::Members, ['guestsAllowed' => true]);
        if (($parameters['door'] ?? '') === 'known') {
            $parameters['door'] = $room->doorKey();
        }
        foreach (self::PEOPLE as $index => $login) {
            $recording = $this->recordingIn($room, ['recordID' => "r{$index}-1700000000000"]);
            $login === '' ? $this->actAsVisitor() : $this->actAs($login === self::CO_HOST ? 'colleague' : $login);
            (new Hosts($login === self::CO_HOST ? [$this->person('colleague')->ID] : []))->keepFor($room->id);
            $route = str_replace(['{id}', '{recording}'], [(string) $room->id, (string) $recording->id], "/bluebridge/v1{$path}");
            self::assertSame($statuses[$index], $this->rest($method, $route, $parameters)->get_status(), "{$method} {$path} by \"{$login}\"");
        }
    }

    /** @return iterable<string, array{string, string, array<string, mixed>, list<int>}> */
    public static function routes(): iterable
    {
        $all = '/rooms/{id}/recordings';
        $one = "{$all}/{recording}";
        $known = ['door' => 'known'];
        $captions = ['language' => 'de', 'text' => "WEBVTT\n\n00:00.000 --> 00:01.000\nHallo"];
        yield 'list' => ['GET', $all, $known, [401, 200, 200, 200, 200, 200, 200, 200]];
        yield 'list by the number' => ['GET', $all, [], self::LEADERS_ONLY];
        yield 'show to everybody' => ['PATCH', $all, ['visibleTo' => 'public'], [404, 404, 404, 404, 403, 200, 200, 200]];
        yield 'show to everybody, knowing the door' => ['PATCH', $all, ['visibleTo' => 'members'] + $known, [401, 403, 403, 403, 403, 200, 200, 200]];
        yield 'ask the server' => ['POST', "{$all}/refresh", [], self::LEADERS_ONLY];
        yield 'ask the server, knowing the door' => ['POST', "{$all}/refresh", $known, [401, 403, 403, 403, 200, 200, 200, 200]];
        yield 'rename' => ['PATCH', $one, ['name' => 'Monday'], self::LEADERS_ONLY];
        yield 'unpublish' => ['PATCH', $one, ['published' => false], self::LEADERS_ONLY];
        yield 'protect, which this server cannot' => ['PATCH', $one, ['protected' => true], [404, 404, 404, 404, 409, 409, 409, 409]];
        yield 'for moderators' => ['PATCH', $one, ['audience' => 'moderators'], self::LEADERS_ONLY];
        yield 'delete' => ['DELETE', $one, ['force' => true], self::LEADERS_ONLY];
        yield 'captions' => ['GET', "{$one}/captions", [], self::LEADERS_ONLY];
        yield 'add captions' => ['POST', "{$one}/captions", $captions, self::LEADERS_ONLY];
        yield 'say that it is ready, without a signature' => ['POST', '/recordings/ready', ['signed_parameters' => 'a.b.c'], array_fill(0, 8, 403)];
    }

    /** The old plugin let whoever had the right over one recording change and delete all on the server. */
    public function testARecordingOfAnotherRoomIsNotThere(): void
    {
        $own = $this->roomOf('author');
        $others = $this->recordingIn($this->roomOf('colleague'));
        $this->actAs('author');
        $route = "/bluebridge/v1/rooms/{$own->id}/recordings/{$others->id}";
        $captions = ['language' => 'de', 'text' => "WEBVTT\n\n00:00.000 --> 00:01.000\nHallo"];
        $replies = [
            $this->rest('PATCH', $route, ['name' => 'Mine']),
            $this->rest('PATCH', $route, ['published' => false]),
            $this->rest('PATCH', $route, ['audience' => 'moderators']),
            $this->rest('DELETE', $route, ['force' => true]),
            $this->rest('GET', "{$route}/captions"),
            $this->rest('POST', "{$route}/captions", $captions),
        ];
        foreach ($replies as $reply) {
            self::assertSame(404, $reply->get_status());
        }
        self::assertSame([], $this->traffic->calls());
        self::assertSame('room', $this->index->get($others->id)?->audience);
    }

    /** @param list<int> $statuses of a visitor, a subscriber, another author, the author */
    #[DataProvider('audiences')]
    public function testTheRoomSaysWhoSeesItsRecordings(VisibleTo $visibleTo, bool $guestsAllowed, array $statuses): void
    {
        $room = $this->roomShownTo($visibleTo, ['guestsAllowed' => $guestsAllowed]);
        foreach (['', 'subscriber', 'colleague', 'author'] as $index => $login) {
            $login === '' ? $this->actAsVisitor() : $this->actAs($login);
            $reply = $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/recordings", ['door' => $room->doorKey()]);
            self::assertSame($statuses[$index], $reply->get_status(), $login);
        }
    }

    /** @return iterable<string, array{VisibleTo, bool, list<int>}> */
    public static function audiences(): iterable
    {
        yield 'everybody' => [VisibleTo::Everybody, false, [200, 200, 200, 200]];
        yield 'who may enter, with guests' => [VisibleTo::Entrants, true, [200, 200, 200, 200]];
        yield 'who may enter, without guests' => [VisibleTo::Entrants, false, [401, 200, 200, 200]];
        yield 'members' => [VisibleTo::Members, true, [401, 200, 200, 200]];
        yield 'moderators' => [VisibleTo::Moderators, true, [401, 403, 403, 200]];
    }
}
