<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Admin;

use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Rooms\RoomType;
use Bluebridge\WordPress\Server\RoomServers;
use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Server\ServerSettings;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Tests\Database;

final class ServerScreenTest extends AdminTestCase
{
    private string $endpoint;

    private string $secret;

    private ServerSettingsStore $store;

    protected function setUp(): void
    {
        parent::setUp();
        $this->endpoint = (string) getenv('BLUEBRIDGE_ENDPOINT');
        $this->secret = (string) getenv('BLUEBRIDGE_SECRET');
        putenv('BLUEBRIDGE_ENDPOINT');
        putenv('BLUEBRIDGE_SECRET');
        $this->store = new ServerSettingsStore(new SealedText());
        $this->actAs('admin');
    }

    protected function tearDown(): void
    {
        putenv("BLUEBRIDGE_ENDPOINT={$this->endpoint}");
        putenv("BLUEBRIDGE_SECRET={$this->secret}");
        parent::tearDown();
    }

    public function testWhatWasPastedIsTriedSavedAndTold(): void
    {
        $told = $this->connect(['endpoint' => " {$this->endpoint}api/create?checksum=1 ", 'secret' => " {$this->secret}\n"]);
        self::assertTrue($told['works'] ?? false, $told['text'] ?? '');
        self::assertStringContainsString($this->endpoint, $told['text'] ?? '');
        self::assertSame($this->secret, $this->store->read()->secret);
    }

    public function testASavedSecretIsInNoPageAndNoOption(): void
    {
        $this->connect(['endpoint' => $this->endpoint, 'secret' => $this->secret]);
        $page = $this->open('bluebridge-server', 'edit.php?post_type=' . RoomType::NAME);
        self::assertStringContainsString('A secret is saved', $page);
        self::assertStringNotContainsString($this->secret, $page);
        self::assertStringNotContainsString($this->secret, (string) wp_json_encode(wp_load_alloptions()));
        self::assertStringNotContainsString($this->secret, (string) wp_json_encode(get_option(ServerSettingsStore::OPTION)));
        self::assertStringNotContainsString($this->secret, (string) wp_json_encode($this->rest('GET', '/wp/v2/settings')->get_data()));
    }

    public function testTheKindIsFoundOutUnlessSomebodyChoosesAnother(): void
    {
        $this->store->keep(new ServerSettings('https://before.example/bigbluebutton/', 'x', 'scalelite'));
        $this->connect(['endpoint' => $this->endpoint, 'secret' => $this->secret, 'dialect' => 'scalelite']);
        self::assertSame('bigbluebutton', $this->store->read()->dialect);
        $this->connect(['dialect' => 'scalelite']);
        self::assertSame('scalelite', $this->store->read()->dialect);
        $this->connect(['dialect' => 'scalelite']);
        self::assertSame('scalelite', $this->store->read()->dialect);
        $this->connect(['dialect' => 'no such kind']);
        self::assertSame('bigbluebutton', $this->store->read()->dialect);
    }

    public function testAnUnconfiguredSiteAsksNoServerOfSomebodyElse(): void
    {
        self::assertSame(['', ''], [$this->store->read()->endpoint, $this->store->read()->secret]);
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        self::assertSame(503, $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/start")->get_status());
        self::assertSame([], $this->traffic->calls());
    }

    public function testNobodyButAnAdministratorConnects(): void
    {
        foreach (['subscriber', 'author', 'editor'] as $login) {
            $this->actAs($login);
            $this->assertRefused('bluebridge_connect', ['server' => '', 'endpoint' => $this->endpoint, 'secret' => $this->secret]);
        }
        self::assertSame('', $this->store->read()->endpoint);
    }

    public function testAFormOfAnotherSiteIsRefused(): void
    {
        $this->assertRefused('bluebridge_connect', ['server' => '', 'endpoint' => $this->endpoint, 'secret' => $this->secret], 'wrong');
        $this->assertRefused('bluebridge_drop_server', ['server' => 'x'], 'wrong');
    }

    public function testARoomMeetsOnTheServerItNames(): void
    {
        $this->connect(['endpoint' => $this->endpoint, 'secret' => $this->secret]);
        $other = $this->addServer();
        $room = $this->roomOf('author');
        (new RoomServers())->choose($room->id, $other);
        $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/start");
        // The other server is not there: its room cannot open, though the usual one would answer.
        $this->store->keep(new ServerSettings('http://127.0.0.1:9/bigbluebutton/', 'x', 'bigbluebutton', '', 'Gone'), $other);
        $lost = $this->roomOf('author');
        (new RoomServers())->choose($lost->id, $other);
        self::assertContains($this->rest('POST', "/bluebridge/v1/rooms/{$lost->id}/start")->get_status(), [503, 504]);
        $usual = $this->roomOf('author');
        self::assertSame(200, $this->rest('POST', "/bluebridge/v1/rooms/{$usual->id}/start")->get_status());
    }

    public function testRoomsOfARemovedServerMeetOnTheUsualOne(): void
    {
        $this->connect(['endpoint' => $this->endpoint, 'secret' => $this->secret]);
        $other = $this->addServer();
        $room = $this->roomOf('author');
        (new RoomServers())->choose($room->id, $other);
        self::assertTrue($this->send('bluebridge_drop_server', ['server' => $other])['works'] ?? false);
        self::assertSame([], $this->store->others());
        self::assertSame('', (new RoomServers())->ofRoom($room->id));
    }

    public function testAServerStaysWhileAMeetingRunsOnIt(): void
    {
        $this->connect(['endpoint' => $this->endpoint, 'secret' => $this->secret]);
        $other = $this->addServer();
        $room = $this->roomOf('author');
        (new RoomServers())->choose($room->id, $other);
        self::assertSame(200, $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/start")->get_status());
        $told = $this->send('bluebridge_drop_server', ['server' => $other]);
        self::assertSame([false, [$other]], [$told['works'] ?? null, array_keys($this->store->others())]);
        self::assertStringContainsString($room->title, $told['text'] ?? '');
        // Nobody has heard of the meeting for an hour, perhaps because the server is gone.
        $old = (int) (microtime(true) * 1000) - 3_600_000;
        Database::connection()->query('UPDATE ' . MeetingWatches::table() . " SET answered_at = {$old}, changed_at = {$old}");
        self::assertTrue($this->send('bluebridge_drop_server', ['server' => $other])['works'] ?? false);
    }

    public function testAFurtherServerNeedsANameAndASecretOfItsOwn(): void
    {
        $this->connect(['endpoint' => $this->endpoint, 'secret' => $this->secret]);
        self::assertFalse($this->connect(['server' => 'new', 'endpoint' => $this->endpoint, 'secret' => $this->secret])['works'] ?? true);
        self::assertFalse($this->connect(['server' => 'new', 'name' => 'B', 'endpoint' => $this->endpoint])['works'] ?? true);
        self::assertSame([], $this->store->others());
        $this->assertRefused('bluebridge_connect', ['server' => 'nowhere', 'name' => 'B', 'endpoint' => $this->endpoint, 'secret' => $this->secret]);
    }

    private function addServer(): string
    {
        $this->connect(['server' => 'new', 'name' => 'Second', 'endpoint' => $this->endpoint, 'secret' => $this->secret]);

        return (string) array_key_first($this->store->others());
    }

    /**
     * @param array<string, string> $fields
     * @return array{works: bool, text: string}|null
     */
    private function connect(array $fields): ?array
    {
        return $this->send('bluebridge_connect', $fields + ['server' => '']);
    }
}
