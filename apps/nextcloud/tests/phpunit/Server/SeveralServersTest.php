<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Server;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Tests\MeetingTestCase;
use OCP\AppFramework\Http\Response;

/** Rooms on several servers. The second one is the simulator by its other name. */
final class SeveralServersTest extends MeetingTestCase
{
    private string $other;

    private string $otherEndpoint;

    protected function setUp(): void
    {
        parent::setUp();
        $this->otherEndpoint = str_replace('127.0.0.1', 'localhost', (string) getenv('BLUEBRIDGE_ENDPOINT'));
        $this->host->groups->add('class', $this->host->people->add('bob'));
        $book = $this->dataOf($this->add('Second'));
        $ids = array_column((array) $book['servers'], 'id');
        self::assertCount(2, $ids);
        self::assertIsString($ids[1]);
        $this->other = $ids[1];
        $this->route([['group' => 'class', 'server' => $this->other]]);
    }

    public function testGroupsMeetWhereTheyAreLedTo(): void
    {
        $this->start('alice');
        $this->start('bob');
        self::assertSame(['127.0.0.1', 'localhost'], $this->hostsOf('create'));
    }

    public function testFormsLeadToServersWithoutEncryptionWhicheverItIs(): void
    {
        $this->connect(new ServerSettings('https://bbb.example.org/bigbluebutton/', 'secret'));
        $policy = $this->as('bob')->page('GET', '')->getContentSecurityPolicy();
        self::assertStringContainsString(' http:', $policy->buildPolicy());
        $this->route([]);
        $this->as('admin')->api('DELETE', "admin/servers/{$this->other}");
        $policy = $this->as('bob')->page('GET', '')->getContentSecurityPolicy();
        self::assertStringNotContainsString(' http:', $policy->buildPolicy());
    }

    public function testARoomThatWasOpenedStaysWhenLinesChange(): void
    {
        $room = $this->start('bob');
        $this->route([]);
        $this->as('bob')->api('POST', "rooms/{$room}/end");
        $this->later();
        $this->as('bob')->api('POST', "rooms/{$room}/start");
        self::assertSame(['localhost', 'localhost'], $this->hostsOf('create'));
        self::assertSame(['localhost'], $this->hostsOf('end'));
        $this->start('bob');
        self::assertSame(['localhost', 'localhost', '127.0.0.1'], $this->hostsOf('create'));
    }

    public function testARoomWithPeopleInItIsNotMoved(): void
    {
        $room = $this->start('bob');
        self::assertSame(['meeting_open'], $this->move($room, ''));
        $this->as('bob')->api('POST', "rooms/{$room}/end");
        self::assertSame([], $this->move($room, ''));
        $this->later();
        $this->as('bob')->api('POST', "rooms/{$room}/start");
        self::assertSame(['localhost', '127.0.0.1'], $this->hostsOf('create'));
    }

    public function testARoomWithRecordingsIsNotMoved(): void
    {
        $room = $this->roomOf('bob');
        $recording = new Recording();
        $recording->setRoomId($room);
        $recording->setRecordId('a-recording');
        $this->host->container->get(RecordingMapper::class)->insert($recording);
        self::assertSame(['room_has_recordings'], $this->move($room, ''));
    }

    public function testOfRecordingsIsOfferedWhatTheServerOfTheRoomCanDo(): void
    {
        $endpoint = getenv('BLUEBRIDGE_SIMULATOR') . '/hoster/de/bbb-integration/';
        $this->connect(new ServerSettings($endpoint, (string) getenv('BLUEBRIDGE_SECRET'), 'integration', allowsLocal: true));
        self::assertSame(['alice' => false, 'bob' => true], ['alice' => $this->mayCaption('alice'), 'bob' => $this->mayCaption('bob')]);
    }

    private function mayCaption(string $owner): bool
    {
        $room = $this->roomOf($owner);
        $recording = new Recording();
        $recording->setRoomId($room);
        $recording->setRecordId('a-recording');
        $recording->learn(['recordID' => 'a-recording', 'state' => 'unpublished', 'facts' => ['recordID' => 'a-recording']]);
        $this->host->container->get(RecordingMapper::class)->insert($recording);
        $card = $this->dataOf($this->as($owner)->api('GET', "rooms/{$room}/recordings"))[0] ?? null;
        self::assertIsArray($card);
        self::assertIsArray($card['may']);

        return $card['may']['captions'] === true;
    }

    public function testAServerWithRoomsIsNotRemoved(): void
    {
        $room = $this->start('bob');
        $response = $this->as('admin')->api('DELETE', "admin/servers/{$this->other}");
        self::assertSame('server_in_use', $this->dataOf($response)['code']);
        $this->as('bob')->api('POST', "rooms/{$room}/end");
        $this->move($room, '');
        $book = $this->dataOf($this->as('admin')->api('DELETE', "admin/servers/{$this->other}"));
        self::assertSame([], $book['routes']);
        self::assertCount(1, (array) $book['servers']);
    }

    public function testNoSecretComesOutAndAllAreSensitive(): void
    {
        $answer = json_encode($this->dataOf($this->as('admin')->api('GET', 'admin/servers')), JSON_THROW_ON_ERROR);
        self::assertStringNotContainsString((string) getenv('BLUEBRIDGE_SECRET'), $answer);
        self::assertTrue($this->host->settings->isSensitive(Application::APP_ID, 'servers', true));
    }

    public function testASecretIsKeptForTheSameAddressOnly(): void
    {
        $wish = ['name' => 'Renamed', 'endpoint' => $this->otherEndpoint, 'allowsLocal' => true];
        self::assertSame(200, $this->as('admin')->api('PUT', "admin/servers/{$this->other}", $wish)->getStatus());
        $response = $this->as('admin')->api('PUT', "admin/servers/{$this->other}", ['endpoint' => 'http://127.0.0.1:9/bigbluebutton/'] + $wish);
        self::assertSame('secret_empty', $this->dataOf($response)['code']);
        self::assertSame(404, $this->as('admin')->api('PUT', 'admin/servers/nothing', $wish)->getStatus());
    }

    public function testAPrivateAddressOfOneServerAllowsNoOther(): void
    {
        $this->connect(new ServerSettings('http://127.0.0.1:9/bigbluebutton/', 'secret'));
        $room = $this->roomOf('alice');
        self::assertSame(503, $this->as('alice')->api('POST', "rooms/{$room}/start")->getStatus());
        self::assertSame(200, $this->as('bob')->api('POST', "rooms/{$this->roomOf('bob')}/start")->getStatus());
    }

    public function testLinesThatMakeNoSenseAreRefused(): void
    {
        $twice = [['group' => 'class', 'server' => ''], ['group' => 'class', 'server' => $this->other]];
        foreach ([[['group' => 'nobody', 'server' => '']], [['group' => 'class', 'server' => 'nothing']], $twice, ['class']] as $lines) {
            $response = $this->as('admin')->api('PUT', 'admin/routes', ['routes' => $lines]);
            self::assertSame('route_invalid', $this->dataOf($response)['code']);
        }
    }

    private function add(string $name): Response
    {
        $response = $this->as('admin')->api('POST', 'admin/servers', [
            'name' => $name, 'endpoint' => $this->otherEndpoint, 'secret' => (string) getenv('BLUEBRIDGE_SECRET'), 'allowsLocal' => true,
        ]);
        self::assertSame(201, $response->getStatus());

        return $response;
    }

    /** @param list<array{group: string, server: string}> $lines */
    private function route(array $lines): void
    {
        self::assertSame(200, $this->as('admin')->api('PUT', 'admin/routes', ['routes' => $lines])->getStatus());
    }

    private function start(string $owner): int
    {
        $room = $this->roomOf($owner);
        self::assertSame(200, $this->as($owner)->api('POST', "rooms/{$room}/start")->getStatus());

        return $room;
    }

    /** The meeting that was ended is gone from the server. */
    private function later(): void
    {
        $this->host->clock->advance(120_000);
        $this->control('advance', ['ms' => 120_000]);
    }

    /** @return list<mixed> codes of what was not done */
    private function move(int $room, string $server): array
    {
        $result = $this->dataOf($this->as('admin')->api('POST', 'admin/rooms', ['deed' => 'move', 'ids' => [$room], 'serverId' => $server]));

        return array_column((array) $result['failed'], 'code');
    }

    /** @return list<string> that a call went to, in turn */
    private function hostsOf(string $call): array
    {
        $urls = array_filter(array_column($this->host->http->sent(), 'url'), static fn (string $url): bool => str_contains($url, "/api/{$call}?"));

        return array_values(array_map(static fn (string $url): string => (string) parse_url($url, PHP_URL_HOST), $urls));
    }
}
