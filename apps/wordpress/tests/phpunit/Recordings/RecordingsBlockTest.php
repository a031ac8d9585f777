<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\Access\AccessStore;
use Bluebridge\WordPress\Access\Invitations;
use Bluebridge\WordPress\Access\Passes;
use Bluebridge\WordPress\People\GuestCookie;
use Bluebridge\WordPress\People\Visitors;
use Bluebridge\WordPress\Recordings\RecordingsSection;
use Bluebridge\WordPress\Recordings\VisibleTo;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\SystemClock;
use Bluebridge\WordPress\Tests\KeptCookies;

final class RecordingsBlockTest extends RecordingTestCase
{
    /** The old plugin asked the server while a page was rendered, and made it as slow as the server. */
    public function testAPageWithRecordingsAsksNoServer(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $this->recordingIn($room);
        $this->traffic->breakDown();
        $page = $this->page($room);
        self::assertStringContainsString('Lesson', $page);
        self::assertStringContainsString('bluebridge_watch=', $page);
        self::assertSame([], $this->traffic->calls());
    }

    public function testTheShortcodeShowsTheSame(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $this->recordingIn($room);
        $block = do_blocks("<!-- wp:bluebridge/recordings {\"roomId\":{$room->id}} /-->");
        self::assertSame($block, do_shortcode("[bluebridge_recordings id=\"{$room->id}\"]"));
        self::assertSame('', do_shortcode('[bluebridge_recordings]'));
    }

    public function testNothingOnThePageLeadsToTheServerItself(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $seed = ['formats' => [['type' => 'video', 'previews' => [['alt' => 'Slide', 'width' => 8, 'height' => 8]]]]];
        $recording = $this->recordingIn($room, $seed);
        $server = (string) wp_parse_url((string) getenv('BLUEBRIDGE_ENDPOINT'), PHP_URL_PORT);
        foreach (['', 'author'] as $login) {
            $login === '' ? $this->actAsVisitor() : $this->actAs($login);
            $page = $this->page($room);
            self::assertStringContainsString('<img', $page);
            foreach (['/playback/', $recording->recordID(), $room->meetingID, ":{$server}/", (string) getenv('BLUEBRIDGE_SECRET')] as $word) {
                self::assertStringNotContainsString($word, $page);
            }
        }
    }

    /** The old plugin decoded names after they were checked: what an author wrote ran in the administrator's browser. */
    public function testNamesOfTheServerAreTexts(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $this->recordingIn($room, ['name' => '<img src=x onerror=alert(1)>"\'%3Cimg%3E']);
        $this->actAs('admin');
        $page = $this->page($room);
        self::assertStringNotContainsString('<img', $page);
        self::assertStringContainsString('%3Cimg%3E', $page);
    }

    public function testReadersGetNoScriptAndNoButtons(): void
    {
        wp_dequeue_script_module(RecordingsSection::SCRIPT);
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $this->recordingIn($room);
        foreach (['', 'subscriber', 'colleague'] as $login) {
            $login === '' ? $this->actAsVisitor() : $this->actAs($login);
            $page = $this->page($room);
            self::assertStringNotContainsString('data-action', $page);
            self::assertStringNotContainsString('<dialog', $page);
            self::assertStringNotContainsString('recordings/view', $this->modules());
        }
        $this->actAs('author');
        self::assertStringContainsString('data-action="delete"', $this->page($room));
        self::assertStringContainsString('recordings/view', $this->modules());
    }

    public function testWhoMayNotSeeThemReadsNothingOfThem(): void
    {
        $room = $this->roomShownTo(VisibleTo::Members);
        $this->recordingIn($room);
        $page = $this->page($room);
        self::assertStringNotContainsString('Lesson', $page);
        self::assertStringContainsString('wp-login.php', $page);
        VisibleTo::keep($room, VisibleTo::Moderators);
        self::assertSame('', $this->page($room));
        $this->actAs('subscriber');
        self::assertSame('', $this->page($room));
    }

    /** A cache shows the page to everybody without an account, also to those who know no code. */
    public function testWhatAGuestMaySeeByACodeIsOnNoPage(): void
    {
        $room = $this->roomShownTo(VisibleTo::Entrants, ['guestsAllowed' => true]);
        $this->recordingIn($room);
        (new AccessStore())->keepCode($room->id, 'viewer', 'sesame-1');
        $room = (new RoomStore())->find($room->id) ?? self::fail();
        $cookies = new KeptCookies();
        $passes = new Passes($cookies, new AccessStore(), new Invitations(new SystemClock()), new SystemClock());
        (new Visitors(new GuestCookie($cookies), new AccessStore(), $passes))->entering($room, 'Ada', false, 'viewer');
        $_COOKIE = $cookies->values;
        $list = $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/recordings", ['door' => $room->doorKey()]);
        self::assertSame(200, $list->get_status());
        self::assertStringNotContainsString('Lesson', $this->page($room));
    }

    public function testReadersSearchWithoutAScript(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $this->seed($room, ['recordID' => 'a', 'name' => 'Bridges'], ['recordID' => 'b', 'name' => 'Arches']);
        $this->update->ask($room);
        $_GET = ['bluebridge_list' => (string) $room->id, 'bluebridge_find' => 'bridg', 'bluebridge_sort' => 'name'];
        $page = $this->page($room);
        self::assertStringContainsString('Bridges', $page);
        self::assertStringNotContainsString('Arches', $page);
        // Another list on the same page is searched by itself.
        $_GET['bluebridge_list'] = (string) ($room->id + 1);
        self::assertStringContainsString('Arches', $this->page($room));
        $_GET = ['bluebridge_list' => (string) $room->id, 'bluebridge_find' => '"><script>', 'bluebridge_page' => '-3'];
        $page = $this->page($room);
        self::assertStringContainsString('No recording fits', $page);
        self::assertStringNotContainsString('"><script>', $page);
    }

    public function testPagesAreNumbered(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $this->seed($room, ['recordID' => 'a', 'name' => 'First'], ['recordID' => 'b', 'name' => 'Second'], ['recordID' => 'c', 'name' => 'Third']);
        $this->update->ask($room);
        $page = do_shortcode("[bluebridge_recordings id={$room->id} number=2]");
        self::assertStringContainsString('Page 1 of 2', $page);
        self::assertStringContainsString('bluebridge_page=2', $page);
        self::assertSame(2, substr_count($page, '<li class="bluebridge-recording '));
    }

    private function page(StoredRoom $room): string
    {
        return do_shortcode("[bluebridge_recordings id={$room->id}]");
    }

    private function modules(): string
    {
        ob_start();
        wp_script_modules()->print_enqueued_script_modules();

        return (string) ob_get_clean();
    }
}
