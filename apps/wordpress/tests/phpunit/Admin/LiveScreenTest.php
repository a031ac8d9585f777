<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Admin;

use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Rooms\RoomType;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Tests\Database;

final class LiveScreenTest extends AdminTestCase
{
    /** @var list<string> */
    private array $files = [];

    protected function tearDown(): void
    {
        array_map(unlink(...), array_filter($this->files, is_file(...)));
        parent::tearDown();
    }

    public function testOpeningTheScreenAsksNoServer(): void
    {
        $room = $this->opened('author');
        $this->traffic->forget();
        $this->actAs('admin');
        $page = $this->screen();
        self::assertStringContainsString($room->title, $page);
        self::assertStringContainsString('Room of', $page);
        self::assertSame([], $this->traffic->calls());
    }

    public function testAScreenThatIsLeftOpenAsksAtThePaceOfEverybody(): void
    {
        $this->opened('author');
        $this->actAs('admin');
        $this->traffic->forget();
        $_GET = ['bluebridge_live_now' => '1'];
        $this->screen();
        // Opening the room was told just now; a minute later it is old.
        self::assertSame([], $this->traffic->calls());
        $old = (int) (microtime(true) * 1000) - 60_000;
        $sql = 'UPDATE %i SET asked_at = %d, settled_at = %d, answered_at = %d, changed_at = %d, event_at = 0, recent = %s';
        $database = Database::connection();
        $database->query((string) $database->prepare($sql, MeetingWatches::table(), $old, $old, $old, $old, '[]'));
        self::assertStringContainsString('1 person is in.', $this->screen());
        $this->screen();
        self::assertSame(['getMeetingInfo'], $this->traffic->calls());
    }

    public function testADocumentIsFoundByItsName(): void
    {
        $this->opened('author');
        $this->actAs('author');
        $this->attachment('algebra.pdf', 'application/pdf');
        $this->attachment('history.pdf', 'application/pdf');
        self::assertStringContainsString('history.pdf', $this->screen());
        $_GET = ['bluebridge_find' => 'algeb'];
        $page = $this->screen();
        self::assertStringContainsString('algebra.pdf', $page);
        self::assertStringNotContainsString('history.pdf', $page);
        $_GET = ['bluebridge_find' => '"><script>'];
        $page = $this->screen();
        self::assertStringContainsString('No document has this name.', $page);
        self::assertStringNotContainsString('"><script>', $page);
    }

    public function testATitleWithMarkupIsShownAsText(): void
    {
        $room = $this->opened('author');
        Database::connection()->update(Database::connection()->posts, ['post_title' => '<img src=x onerror=alert(1)>'], ['ID' => $room->id]);
        clean_post_cache($room->id);
        $this->actAs('admin');
        $page = $this->screen();
        self::assertStringContainsString('&lt;img src=x', $page);
        self::assertStringNotContainsString('<img src=x', $page);
    }

    public function testTeachersSeeTheirOwnMeetingsOnly(): void
    {
        $this->opened('author', 'Of the author');
        $this->opened('colleague', 'Of a colleague');
        $this->actAs('author');
        $page = $this->screen();
        self::assertStringContainsString('Of the author', $page);
        self::assertStringNotContainsString('Of a colleague', $page);
    }

    public function testLookingAgainFindsWhatCameAndWhatWent(): void
    {
        $went = $this->opened('author', 'Went');
        $this->traffic->resetSimulator();
        $this->actAs('admin');
        self::assertTrue($this->send('bluebridge_live_look', [])['works'] ?? false);
        self::assertStringNotContainsString($went->title, $this->screen());
        self::assertContains('getMeetings', $this->traffic->calls());
    }

    public function testAServerThatIsDownIsSaidInWords(): void
    {
        $this->actAs('admin');
        $this->traffic->breakDown();
        $told = $this->send('bluebridge_live_look', []);
        self::assertFalse($told['works'] ?? true);
        self::assertStringContainsString('does not answer', $told['text'] ?? '');
    }

    public function testAMeetingIsEndedAndThatIsReadBack(): void
    {
        $room = $this->opened('author');
        $ended = 0;
        add_action('bluebridge_meeting_end_sent', static function (int $roomId) use (&$ended): void {
            $ended = $roomId;
        });
        $this->actAs('author');
        $this->traffic->forget();
        $told = $this->send('bluebridge_live_do', ['room' => (string) $room->id, 'deed' => 'end']);
        self::assertTrue($told['works'] ?? false, $told['text'] ?? '');
        self::assertSame(['end', 'getMeetingInfo'], $this->traffic->calls());
        self::assertSame($room->id, $ended);
        self::assertStringNotContainsString('End for everyone', $this->screen());
    }

    public function testAMessageGoesIntoTheChat(): void
    {
        $room = $this->opened('author');
        $this->actAs('author');
        $this->traffic->forget();
        $told = $this->send('bluebridge_live_do', ['room' => (string) $room->id, 'deed' => 'say', 'message' => 'Five "more" minutes']);
        self::assertTrue($told['works'] ?? false, $told['text'] ?? '');
        self::assertSame(['sendChatMessage'], $this->traffic->calls());
        $empty = $this->send('bluebridge_live_do', ['room' => (string) $room->id, 'deed' => 'say', 'message' => ' ']);
        self::assertFalse($empty['works'] ?? true);
    }

    public function testADocumentOfTheMediaLibraryIsShown(): void
    {
        $room = $this->opened('author');
        $this->actAs('author');
        $attachment = $this->attachment('lesson.pdf', 'application/pdf');
        $this->traffic->forget();
        $told = $this->send('bluebridge_live_do', ['room' => (string) $room->id, 'deed' => 'show', 'document' => (string) $attachment]);
        self::assertTrue($told['works'] ?? false, $told['text'] ?? '');
        self::assertSame(['insertDocument'], $this->traffic->calls());
    }

    public function testTheServerFetchesALargeDocumentFromASignedAddress(): void
    {
        $room = $this->opened('author');
        $this->actAs('author');
        $attachment = $this->attachment('large.pdf', 'application/pdf', 1_000_001);
        $sent = '';
        add_filter('http_request_args', static function (array $arguments) use (&$sent): array {
            $sent .= is_string($arguments['body'] ?? null) ? $arguments['body'] : '';

            return $arguments;
        });
        $told = $this->send('bluebridge_live_do', ['room' => (string) $room->id, 'deed' => 'show', 'document' => (string) $attachment]);
        self::assertTrue($told['works'] ?? false, $told['text'] ?? '');
        self::assertMatchesRegularExpression("~url=\"[^\"]+\\?bluebridge_document={$attachment}-\d+-[0-9a-f]{64}\.pdf\"~", $sent);
        self::assertStringNotContainsString('uploads', $sent);
    }

    public function testADocumentThatNoMeetingCanShowIsRefusedInWords(): void
    {
        $room = $this->opened('author');
        $this->actAs('author');
        $attachment = $this->attachment('huge.pdf', 'application/pdf', 30_000_001);
        $this->traffic->forget();
        $told = $this->send('bluebridge_live_do', ['room' => (string) $room->id, 'deed' => 'show', 'document' => (string) $attachment]);
        self::assertFalse($told['works'] ?? true);
        self::assertStringContainsString('The file is larger than', $told['text'] ?? '');
        self::assertSame([], $this->traffic->calls());
    }

    public function testSomebodyElsesFileIsShownToNobody(): void
    {
        $room = $this->opened('author');
        $this->actAs('admin');
        $private = $this->attachment('private.pdf', 'application/pdf');
        $this->actAs('author');
        $this->traffic->forget();
        $told = $this->send('bluebridge_live_do', ['room' => (string) $room->id, 'deed' => 'show', 'document' => (string) $private]);
        self::assertFalse($told['works'] ?? true);
        self::assertSame([], $this->traffic->calls());
    }

    public function testNobodyTouchesAMeetingOfSomebodyElse(): void
    {
        $room = $this->opened('author');
        $this->traffic->forget();
        foreach (['subscriber', 'contributor', 'colleague'] as $login) {
            $this->actAs($login);
            foreach (['end', 'say', 'show'] as $deed) {
                $this->assertRefused('bluebridge_live_do', ['room' => (string) $room->id, 'deed' => $deed, 'message' => 'Hello']);
            }
        }
        $this->actAs('author');
        $this->assertRefused('bluebridge_live_do', ['room' => (string) $room->id, 'deed' => 'end'], 'wrong');
        self::assertSame([], $this->traffic->calls());
    }

    private function opened(string $login, string $title = 'Maths'): StoredRoom
    {
        $room = $this->roomOf($login, [], 'publish', $title);
        $before = get_current_user_id();
        $this->actAs($login);
        // By the API and not by the objects of the test: their clock is another one.
        self::assertSame(200, $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/start")->get_status());
        $attendee = ['userID' => 'guest-1', 'fullName' => 'Ada', 'role' => 'VIEWER'];
        $this->traffic->control('act', ['kind' => 'join', 'meetingID' => $room->meetingID, 'attendee' => $attendee]);
        wp_set_current_user($before);

        return $room;
    }

    /**
     * @param non-empty-string $name
     * @param positive-int $bytes
     */
    private function attachment(string $name, string $kind, int $bytes = 15): int
    {
        $path = (string) wp_upload_bits($name, null, '%PDF-1.4 a page')['file'];
        $this->files[] = $path;
        $file = fopen($path, 'r+');
        self::assertIsResource($file);
        // Only the size of a large one matters.
        ftruncate($file, $bytes);
        fclose($file);
        clearstatcache();

        return wp_insert_attachment(['post_title' => $name, 'post_mime_type' => $kind], $path);
    }

    private function screen(): string
    {
        return $this->open('bluebridge-live', 'edit.php?post_type=' . RoomType::NAME);
    }
}
