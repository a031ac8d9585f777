<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\Recordings\Recording;
use Bluebridge\WordPress\Recordings\VisibleTo;
use Bluebridge\WordPress\Rooms\StoredRoom;

final class RecordingsControllerTest extends RecordingTestCase
{
    public function testAListAsksNoServer(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $this->recordingIn($room);
        foreach (['', 'author'] as $login) {
            $login === '' ? $this->actAsVisitor() : $this->actAs($login);
            $this->listed($room, ['rendered' => true]);
        }
        self::assertSame([], $this->traffic->calls());
    }

    public function testTheServersOwnAddressesAndIdsAreInNoReply(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $recording = $this->recordingIn($room, ['formats' => [['type' => 'video', 'previews' => [['alt' => 'Slide', 'width' => 8, 'height' => 8]]]]]);
        $this->actAs('author');
        $reply = (string) wp_json_encode($this->listed($room, ['rendered' => true]), JSON_UNESCAPED_SLASHES);
        self::assertStringContainsString('bluebridge_watch=', $reply);
        self::assertStringContainsString('bluebridge_preview=', $reply);
        foreach (['/playback/', $recording->recordID(), $room->meetingID] as $secret) {
            self::assertStringNotContainsString($secret, $reply);
        }
    }

    public function testSearchingAndSorting(): void
    {
        $room = $this->roomOf('author');
        $this->seed(
            $room,
            ['recordID' => 'a', 'name' => 'Élan vital 50%', 'startTime' => 1_700_000_000_000, 'endTime' => 1_700_000_600_000],
            ['recordID' => 'b', 'name' => 'Bridges', 'startTime' => 1_710_000_000_000, 'endTime' => 1_710_000_600_000],
            ['recordID' => 'c', 'name' => 'arches', 'startTime' => 1_705_000_000_000, 'endTime' => 1_705_000_600_000],
        );
        $this->update->ask($room);
        $this->actAs('author');
        self::assertSame(['Bridges', 'arches', 'Élan vital 50%'], $this->names($room));
        self::assertSame(['Élan vital 50%', 'arches', 'Bridges'], $this->names($room, ['sort' => 'oldest']));
        self::assertSame(['arches', 'Bridges', 'Élan vital 50%'], $this->names($room, ['sort' => 'name']));
        self::assertSame(['Élan vital 50%'], $this->names($room, ['search' => 'ELAN']));
        // What means something in a pattern is looked for as it is.
        self::assertSame(['Élan vital 50%'], $this->names($room, ['search' => '0%']));
        self::assertSame([], $this->names($room, ['search' => '_']));
        self::assertSame(['arches'], $this->names($room, ['per_page' => 1, 'page' => 2]));
        self::assertSame(3, $this->listed($room, ['per_page' => 1])['total']);
        self::assertSame(400, $this->rest('GET', $this->route($room), ['sort' => 'size'])->get_status());
        self::assertSame(400, $this->rest('GET', $this->route($room), ['order' => 'asc'])->get_status());
    }

    public function testGuestsSeeWhatIsReadyAndModeratorsSeeHowTheRestStands(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $this->seed($room, ['recordID' => 'a', 'state' => 'processing'], ['recordID' => 'b', 'state' => 'unpublished'], ['recordID' => 'c']);
        $this->update->ask($room);
        $this->index->setAudience($this->index->named($room->id, 'c') ?? self::fail(), Recording::FOR_MODERATORS);
        self::assertSame([], $this->names($room));
        $this->actAs('subscriber');
        self::assertSame(['processing'], array_column((array) $this->listed($room)['recordings'], 'state'));
        $this->actAs('author');
        $states = array_column((array) $this->listed($room)['recordings'], 'state');
        sort($states);
        self::assertSame(['hidden', 'processing', 'ready'], $states);
        self::assertTrue($this->listed($room)['unfinished']);
    }

    public function testWhatIsBeingMadeSaysSinceWhen(): void
    {
        update_option('date_format', 'Y-m-d');
        update_option('time_format', 'H:i');
        $room = $this->roomOf('author');
        $this->seed($room, ['state' => 'processing', 'startTime' => 1_700_000_000_000, 'endTime' => 1_700_003_600_000]);
        $this->update->ask($room);
        $this->index->expect($room->id, $this->servers->key(''), 'next', 1_700_007_200_000);
        $this->actAs('author');
        self::assertSame(
            ['The meeting ended 2023-11-15 00:13. Its recording has not arrived yet.', 'Being prepared since 2023-11-14 23:13.'],
            array_column((array) $this->listed($room)['recordings'], 'stateText'),
        );
    }

    public function testAskingTheServerShowsWhatIsNew(): void
    {
        $room = $this->roomOf('author');
        $this->seed($room, ['name' => 'Monday']);
        $this->actAs('author');
        self::assertSame([], $this->names($room));
        $reply = $this->rest('POST', $this->route($room) . '/refresh', ['rendered' => true]);
        $data = (array) $reply->get_data();
        self::assertSame(['Monday'], array_column((array) $data['recordings'], 'name'));
        self::assertIsString($data['rendered']);
        self::assertStringContainsString('Monday', $data['rendered']);
    }

    public function testWhoeverLooksAtAnOldListHasItReadInTheBackground(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        self::assertSame(0, $this->lists->nextDue());
        $this->listed($room);
        self::assertGreaterThan(0, $this->lists->nextDue());
        self::assertNotFalse(wp_next_scheduled('bluebridge_recordings_due'));
        self::assertSame([], $this->traffic->calls());
    }

    public function testADraftOfARoomShowsNothing(): void
    {
        $room = $this->roomOf('author', [], 'draft');
        VisibleTo::keep($room, VisibleTo::Everybody);
        self::assertSame(404, $this->rest('GET', $this->route($room), ['door' => $room->doorKey()])->get_status());
    }

    /**
     * @param array<string, mixed> $query
     * @return array<array-key, mixed>
     */
    private function listed(StoredRoom $room, array $query = []): array
    {
        $reply = $this->rest('GET', $this->route($room), $query + ['door' => $room->doorKey()]);
        self::assertSame(200, $reply->get_status());

        return (array) $reply->get_data();
    }

    /**
     * @param array<string, mixed> $query
     * @return array<array-key, mixed>
     */
    private function names(StoredRoom $room, array $query = []): array
    {
        return array_column((array) $this->listed($room, $query)['recordings'], 'name');
    }

    private function route(StoredRoom $room): string
    {
        return "/bluebridge/v1/rooms/{$room->id}/recordings";
    }
}
