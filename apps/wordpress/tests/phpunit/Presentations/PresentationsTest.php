<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Presentations;

use Bluebridge\WordPress\Presentations\DocumentAddress;
use Bluebridge\WordPress\Presentations\Documents;
use Bluebridge\WordPress\Presentations\PresentationsModule;
use Bluebridge\WordPress\Presentations\RoomDocuments;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Tests\RoomTestCase;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Catalogue\Bytes;

final class PresentationsTest extends RoomTestCase
{
    /** @var list<string> */
    private array $files = [];

    protected function tearDown(): void
    {
        array_map(unlink(...), array_filter($this->files, is_file(...)));
        parent::tearDown();
    }

    public function testARoomKeepsFilesInTheirOrder(): void
    {
        $room = $this->roomOf('author');
        [$one, $two] = [$this->fileOf('author', 'one.pdf'), $this->fileOf('author', 'two.pdf')];
        $this->actAs('author');
        $path = "/bluebridge/v1/rooms/{$room->id}";
        foreach ([[$one, $two], [$two, $one], [$two]] as $ids) {
            $room = (array) $this->rest('PATCH', $path, ['documents' => $ids])->get_data();
            self::assertSame($ids, array_column((array) ($room['documents'] ?? []), 'id'));
        }
    }

    public function testAFileSomebodyMayNotReadIsNotShown(): void
    {
        $room = $this->roomOf('author');
        $file = $this->privateFileOf('editor');
        $this->actAs('author');
        $reply = $this->rest('PATCH', "/bluebridge/v1/rooms/{$room->id}", ['documents' => [$file]]);
        self::assertSame([400, 'bluebridge_invalid_documents'], [$reply->get_status(), $reply->as_error()?->get_error_code()]);
        self::assertSame([], RoomDocuments::of($room->id));
        $this->actAs('editor');
        self::assertSame(200, $this->rest('PATCH', "/bluebridge/v1/rooms/{$room->id}", ['documents' => [$file]])->get_status());
        self::assertCount(1, $this->documents()->of($room));
    }

    public function testAFileThatBecamePrivateIsNoLongerShown(): void
    {
        $room = $this->roomOf('author');
        $file = $this->fileOf('editor', 'exam.pdf');
        RoomDocuments::choose($room->id, [$file], $this->person('author')->ID);
        self::assertCount(1, $this->documents()->of($room));
        $page = wp_insert_post(['post_title' => 'Exam', 'post_status' => 'private', 'post_author' => $this->person('editor')->ID]);
        wp_update_post(['ID' => $file, 'post_parent' => $page]);
        self::assertSame([], $this->documents()->of($room));
    }

    public function testOnlyWhatMeetingsCanShowIsTaken(): void
    {
        $user = $this->person('author')->ID;
        self::assertNull(RoomDocuments::refusal($this->fileOf('author', 'slides.PDF'), $user));
        self::assertNotNull(RoomDocuments::refusal($this->fileOf('author', 'page.html'), $user));
        self::assertNotNull(RoomDocuments::refusal($this->fileOf('author', 'empty.pdf', ''), $user));
        self::assertNotNull(RoomDocuments::refusal($this->roomOf('author')->id, $user), 'a post that is no file');
    }

    public function testASmallFileTravelsWithTheCallAndALargeOneIsFetched(): void
    {
        $room = $this->roomOf('author');
        $ids = [$this->fileOf('author', 'small.pdf', '%PDF-small'), $this->fileOf('author', 'large.pdf', str_repeat('x', 1_000_001))];
        RoomDocuments::choose($room->id, $ids, $this->person('author')->ID);
        [$small, $large] = $this->documents()->of($room) + [1 => []];
        self::assertEquals(['name' => wp_basename((string) get_attached_file($ids[0])), 'content' => new Bytes('%PDF-small')], $small);
        self::assertMatchesRegularExpression('~\?bluebridge_document=\d+-\d+-[0-9a-f]{64}\.pdf$~', (string) ($large['url'] ?? ''));
        self::assertStringNotContainsString('uploads', (string) ($large['url'] ?? ''));
    }

    public function testTheMeetingShowsThem(): void
    {
        $room = $this->roomOf('author');
        RoomDocuments::choose($room->id, [$this->fileOf('author', 'one.pdf', '%PDF-1.4')], $this->person('author')->ID);
        $sent = '';
        add_filter('http_request_args', static function (array $arguments) use (&$sent): array {
            $sent .= is_string($arguments['body'] ?? null) ? $arguments['body'] : '';

            return $arguments;
        });
        $this->actAs('author');
        self::assertSame(200, $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/start")->get_status());
        self::assertStringContainsString('<module name="presentation"><document name="', $sent);
        self::assertStringContainsString(base64_encode('%PDF-1.4'), $sent);
    }

    public function testAnAddressWorksForTenMinutesAndForItsFileOnly(): void
    {
        $address = new DocumentAddress($this->clock);
        $id = $this->fileOf('author', 'one.pdf');
        $file = $this->find($id);
        parse_str((string) parse_url($address->of($file), PHP_URL_QUERY), $query);
        $value = $query[DocumentAddress::VARIABLE] ?? '';
        self::assertIsString($value);
        self::assertSame($id, $address->read($value)?->id);
        $other = $this->fileOf('author', 'two.pdf');
        self::assertNull($address->read((string) preg_replace('/^\d+/', (string) $other, $value)));
        self::assertNull($address->read((string) preg_replace('/-\d+-/', '-99999999999-', $value)));
        self::assertNull($address->read(str_replace('.pdf', '0.pdf', $value)));
        $this->clock->sleep(601_000);
        self::assertNull($address->read($value));
    }

    public function testABrowserGetsAFileAndNeverAPage(): void
    {
        $headers = PresentationsModule::headersOf($this->find($this->fileOf('author', 'notes.txt', '<script>')));
        self::assertStringStartsWith('attachment;', $headers['Content-Disposition']);
        self::assertSame(['nosniff', 'no-store'], [$headers['X-Content-Type-Options'], $headers['Cache-Control']]);
    }

    private function documents(): Documents
    {
        return new Documents(new DocumentAddress($this->clock));
    }

    private function find(int $id): \Bluebridge\WordPress\Presentations\DocumentFile
    {
        $file = \Bluebridge\WordPress\Presentations\DocumentFile::find($id);
        self::assertNotNull($file);

        return $file;
    }

    private function privateFileOf(string $login): int
    {
        $author = $this->person($login)->ID;
        $page = wp_insert_post(['post_title' => 'Exam', 'post_status' => 'private', 'post_author' => $author]);

        return $this->fileOf($login, 'exam.pdf', '%PDF-', (int) $page);
    }

    private function fileOf(string $login, string $name, string $content = '%PDF-', int $parent = 0): int
    {
        $path = trailingslashit(wp_upload_dir()['path']) . wp_unique_filename(wp_upload_dir()['path'], $name);
        file_put_contents($path, $content);
        $this->files[] = $path;
        $user = $this->person($login)->ID;

        return wp_insert_attachment(['post_title' => $name, 'post_author' => $user, 'post_mime_type' => 'application/pdf'], $path, $parent);
    }
}
