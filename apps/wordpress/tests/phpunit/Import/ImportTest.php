<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Import;

use Bluebridge\WordPress\Access\AccessStore;
use Bluebridge\WordPress\Access\Codes;
use Bluebridge\WordPress\Import\ImportedRooms;
use Bluebridge\WordPress\Import\OldRooms;
use Bluebridge\WordPress\Import\RoomImport;
use Bluebridge\WordPress\Import\ShortcodeImport;
use Bluebridge\WordPress\Rooms\RoomCategories;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Tests\Database;
use Bluebridge\WordPress\Tests\RoomTestCase;

final class ImportTest extends RoomTestCase
{
    private const MEETING = '5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8';

    private RoomImport $import;

    private ShortcodeImport $shortcodes;

    private ImportedRooms $imported;

    protected function setUp(): void
    {
        parent::setUp();
        $this->actAs('admin');
        $this->imported = new ImportedRooms();
        $this->import = new RoomImport(new OldRooms(), $this->imported, new RoomStore(), new AccessStore());
        $this->shortcodes = new ShortcodeImport(new OldRooms(), $this->imported);
    }

    protected function tearDown(): void
    {
        foreach (wp_roles()->role_objects as $role) {
            $role->remove_cap('join_as_moderator_bbb_room');
            $role->remove_cap('join_with_access_code_bbb_room');
        }
        remove_role('anonymous');
        parent::tearDown();
    }

    public function testADryRunChangesNothing(): void
    {
        $old = $this->oldRoom();
        $page = $this->page("[bigbluebutton token=\"meeting{$old}\"]");
        $before = Database::column('SELECT COUNT(*) FROM ' . Database::connection()->posts);
        self::assertSame(['new'], array_column($this->import->run(true), 'outcome'));
        self::assertSame(['[bluebridge_room id="new room “Old maths”"]'], array_column($this->shortcodes->run(true), 'after'));
        self::assertSame($before, Database::column('SELECT COUNT(*) FROM ' . Database::connection()->posts));
        self::assertStringContainsString('[bigbluebutton', (string) get_post($page)?->post_content);
    }

    public function testARoomComesWithItsAuthorSettingsAndMeetings(): void
    {
        $this->import->run(false);
        $old = $this->oldRoom();
        $this->import->run(false);
        $room = (new RoomStore())->find($this->imported->of($old));
        self::assertNotNull($room);
        self::assertSame(['Old maths', 'publish', $this->person('author')->ID, self::MEETING], [$room->title, $room->status, $room->authorId, $room->meetingID]);
        self::assertTrue($room->settings['record'] ?? false);
        self::assertTrue($room->settings['waitForModerator'] ?? false);
        self::assertFalse($room->settings['anyoneCanStart'] ?? true);
    }

    public function testARoomIsImportedOnce(): void
    {
        $this->oldRoom();
        self::assertSame(['new'], array_column($this->import->run(false), 'outcome'));
        self::assertSame(['known'], array_column($this->import->run(false), 'outcome'));
        self::assertSame(1, (new RoomStore())->search('Old maths', null, 1, 10)['total']);
    }

    public function testCodesAreKeptAsHashesOnly(): void
    {
        get_role('subscriber')?->add_cap('join_with_access_code_bbb_room');
        $old = $this->oldRoom();
        $this->import->run(false);
        $roomId = $this->imported->of($old);
        $access = new AccessStore();
        self::assertTrue(Codes::fits('viewers-come', $access->codeHash($roomId, 'viewer')));
        self::assertTrue(Codes::fits('leaders-come', $access->codeHash($roomId, 'moderator')));
        self::assertStringNotContainsString('-come', (string) wp_json_encode(get_post_meta($roomId)));
    }

    public function testOneCodeForBothMakesNobodyAModerator(): void
    {
        get_role('subscriber')?->add_cap('join_with_access_code_bbb_room');
        $old = $this->oldRoom(['bbb-room-moderator-code' => 'viewers-come']);
        $rows = $this->import->run(false);
        self::assertStringContainsString('same', $rows[0]['notes'][0]);
        self::assertSame('', (new AccessStore())->codeHash($this->imported->of($old), 'moderator'));
    }

    public function testCodesNobodyWasAskedForAreLeftOut(): void
    {
        $old = $this->oldRoom();
        $this->import->run(false);
        self::assertSame('', (new AccessStore())->codeHash($this->imported->of($old), 'viewer'));
    }

    public function testRolesComeInAsBefore(): void
    {
        get_role('author')?->add_cap('join_as_moderator_bbb_room');
        get_role('subscriber')?->add_cap('join_with_access_code_bbb_room');
        add_role('anonymous', 'Anonymous', ['join_with_access_code_bbb_room' => true]);
        $old = $this->oldRoom();
        $this->import->run(false);
        $room = (new RoomStore())->find($this->imported->of($old));
        self::assertTrue($room->settings['guestsAllowed'] ?? false);
        $access = (new AccessStore())->read($room->id ?? 0);
        self::assertSame(['moderator', 'viewer', 'none'], array_map($access->standingOf(...), [['author'], ['subscriber'], ['contributor']]));
    }

    public function testAMeetingIdThatIsEasyToGuessIsNotKept(): void
    {
        $old = $this->oldRoom(['bbb-room-meeting-id' => 'maths']);
        $rows = $this->import->run(false);
        self::assertStringContainsString('new number', $rows[0]['notes'][0]);
        self::assertStringStartsWith('bb-', (new RoomStore())->find($this->imported->of($old))->meetingID ?? '');
    }

    public function testAMeetingIdOfTwoRoomsIsNeithers(): void
    {
        $rooms = [$this->oldRoom(), $this->oldRoom()];
        $this->import->run(false);
        $meetings = array_map(fn (int $old): string => (new RoomStore())->find($this->imported->of($old))->meetingID ?? '', $rooms);
        self::assertCount(2, array_unique($meetings));
        self::assertNotContains(self::MEETING, $meetings);
    }

    public function testAMeetingIdThatARoomInTheBinHasIsNotGivenAgain(): void
    {
        $old = $this->oldRoom();
        $this->import->run(false);
        $first = $this->imported->of($old);
        wp_trash_post($first);
        $this->import->run(false);
        self::assertNotSame($first, $this->imported->of($old));
        self::assertStringStartsWith('bb-', (new RoomStore())->find($this->imported->of($old))->meetingID ?? '');
    }

    public function testCategoriesComeAlong(): void
    {
        register_taxonomy('bbb-room-category', 'bbb-room');
        $old = $this->oldRoom();
        $term = wp_insert_term('Class 7b', 'bbb-room-category');
        self::assertIsArray($term);
        wp_set_object_terms($old, [$term['term_id']], 'bbb-room-category');
        unregister_taxonomy('bbb-room-category');
        $this->import->run(false);
        self::assertSame(['Class 7b'], wp_get_object_terms($this->imported->of($old), RoomCategories::NAME, ['fields' => 'names']));
    }

    public function testShortcodesNameTheImportedRoomsAndOthersStay(): void
    {
        $old = $this->oldRoom(['bbb-room-token' => 'z5f0']);
        $page = $this->page(
            "<script>keep()</script> [bigbluebutton token=\"meeting{$old}\"] [bigbluebutton token=z5f0 type=recording]"
            . ' [bigbluebutton token="unknown"] [[bigbluebutton token="z5f0"]]',
        );
        $this->import->run(false);
        wp_set_current_user(0);
        $this->shortcodes->run(false);
        $id = $this->imported->of($old);
        self::assertSame(
            "<script>keep()</script> [bluebridge_room id=\"{$id}\"] [bluebridge_recordings id=\"{$id}\"]"
            . ' [bigbluebutton token="unknown"] [[bigbluebutton token="z5f0"]]',
            get_post($page)?->post_content,
        );
        self::assertNotSame([], wp_get_post_revisions($page));
    }

    public function testTheOldPluginKeepsAllItHas(): void
    {
        $old = $this->oldRoom();
        $before = [get_post($old, ARRAY_A), get_post_meta($old)];
        $this->import->run(false);
        clean_post_cache($old);
        self::assertSame($before, [get_post($old, ARRAY_A), get_post_meta($old)]);
    }

    /** @param array<string, string> $meta */
    private function oldRoom(array $meta = []): int
    {
        $id = wp_insert_post([
            'post_type' => OldRooms::TYPE,
            'post_title' => 'Old maths',
            'post_status' => 'publish',
            'post_author' => $this->person('author')->ID,
        ]);
        foreach ($meta + [
            'bbb-room-token' => "meeting{$id}",
            'bbb-room-meeting-id' => self::MEETING,
            'bbb-room-viewer-code' => 'viewers-come',
            'bbb-room-moderator-code' => 'leaders-come',
            'bbb-room-recordable' => 'true',
            'bbb-room-wait-for-moderator' => 'true',
        ] as $name => $value) {
            update_post_meta($id, $name, $value);
        }

        return $id;
    }

    private function page(string $content): int
    {
        $id = wp_insert_post(['post_type' => 'page', 'post_title' => 'Lessons', 'post_status' => 'publish', 'post_content' => 'x']);
        Database::connection()->update(Database::connection()->posts, ['post_content' => $content], ['ID' => $id]);
        clean_post_cache($id);

        return $id;
    }
}
