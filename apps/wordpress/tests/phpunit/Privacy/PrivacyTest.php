<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Privacy;

use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Meetings\Snapshot;
use Bluebridge\WordPress\Tests\RoomTestCase;

final class PrivacyTest extends RoomTestCase
{
    public function testSomebodyGetsTheirRoomsAndMeetings(): void
    {
        $room = $this->roomOf('author', ['record' => true], 'draft', 'Private lesson');
        $this->roomOf('colleague', [], 'publish', 'Not theirs');
        $this->isIn('author', $room->meetingID);
        $export = $this->export('author');
        self::assertTrue($export['done']);
        $text = (string) wp_json_encode($export['data']);
        self::assertStringContainsString('Private lesson', $text);
        self::assertStringContainsString('bluebridge-meetings', $text);
        self::assertStringNotContainsString('Not theirs', $text);
        self::assertStringNotContainsString((string) getenv('BLUEBRIDGE_SECRET'), $text);
    }

    public function testManyRoomsComeInParts(): void
    {
        for ($count = 0; $count < 51; $count++) {
            $this->roomOf('colleague', [], 'publish', "Room {$count}");
        }
        self::assertSame([false, 50], [$this->export('colleague')['done'], count($this->export('colleague')['data'])]);
        self::assertSame([true, 1], [$this->export('colleague', 2)['done'], count($this->export('colleague', 2)['data'])]);
    }

    public function testANameIsForgottenAndRoomsAreKept(): void
    {
        $room = $this->roomOf('author');
        $this->isIn('author', $room->meetingID);
        $erased = $this->erase('author');
        self::assertSame([true, true, true], [$erased['items_removed'], $erased['items_retained'], $erased['done']]);
        self::assertStringContainsString('1 room of this person was kept', $erased['messages'][0] ?? '');
        self::assertNull((new MeetingWatches())->read($room->meetingID)->snapshot);
    }

    public function testWhoMadeAnInvitationIsExportedAndForgotten(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('author');
        $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/invitations", ['label' => 'For grandma']);
        self::assertStringContainsString('For grandma', (string) wp_json_encode($this->export('author')['data']));
        $this->erase('author');
        self::assertStringNotContainsString('For grandma', (string) wp_json_encode($this->export('author')['data']));
    }

    public function testWhoIsNotKnownHasNothing(): void
    {
        self::assertSame(['data' => [], 'done' => true], $this->exportOf('nobody@example.org', 1));
    }

    public function testOtherFeaturesAddWhatTheyKnow(): void
    {
        add_filter('bluebridge_personal_data', static fn (array $data): array => [...$data, ['item_id' => 'more']]);
        self::assertStringContainsString('more', (string) wp_json_encode($this->export('subscriber')['data']));
    }

    public function testThePolicySaysWhatIsSentAndWhere(): void
    {
        ob_start();
        require dirname(__DIR__, 3) . '/templates/privacy-policy.php';
        $text = wp_strip_all_tags((string) ob_get_clean());
        foreach (['your name', 'cookie', 'recorded', 'meeting server'] as $word) {
            self::assertStringContainsString($word, $text);
        }
    }

    private function isIn(string $login, string $meetingID): void
    {
        $user = $this->person($login);
        (new MeetingWatches())->change($meetingID, 1, Snapshot::of([
            'createTime' => 1,
            'attendees' => [['userID' => 'wp' . get_current_blog_id() . "-{$user->ID}", 'fullName' => $user->display_name, 'role' => 'VIEWER']],
        ]));
    }

    /** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
    private function erase(string $login): array
    {
        /** @var array{bluebridge: array{callback: callable(string, int): array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}}} $erasers */
        $erasers = apply_filters('wp_privacy_personal_data_erasers', []);

        return $erasers['bluebridge']['callback']($this->person($login)->user_email, 1);
    }

    /** @return array{data: list<array<string, mixed>>, done: bool} */
    private function export(string $login, int $page = 1): array
    {
        return $this->exportOf($this->person($login)->user_email, $page);
    }

    /** @return array{data: list<array<string, mixed>>, done: bool} */
    private function exportOf(string $email, int $page): array
    {
        /** @var array{bluebridge: array{callback: callable(string, int): array{data: list<array<string, mixed>>, done: bool}}} $exporters */
        $exporters = apply_filters('wp_privacy_personal_data_exporters', []);

        return $exporters['bluebridge']['callback']($email, $page);
    }
}
