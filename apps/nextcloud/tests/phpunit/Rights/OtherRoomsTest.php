<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rights;

use OCA\Bluebridge\Db\Document;
use OCA\Bluebridge\Db\DocumentMapper;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use PHPUnit\Framework\Attributes\DataProvider;

/** What belongs to one room is not reached through another one. */
final class OtherRoomsTest extends RightsTestCase
{
    private int $other;

    protected function setUp(): void
    {
        parent::setUp();
        $this->other = $this->roomOf('carol', 'Chemistry');
    }

    public function testAMemberOfAnotherRoomIsNotChanged(): void
    {
        $member = $this->share($this->room, 'user', 'bob', 'viewer');
        foreach (['PATCH', 'DELETE'] as $verb) {
            $response = $this->as('carol')->api($verb, "rooms/{$this->other}/members/{$member}", ['role' => 'manager', 'roomId' => $this->other]);
            self::assertSame(404, $response->getStatus());
            self::assertSame('no_such_member', $this->dataOf($response)['code']);
        }
        self::assertContains('viewer', array_column($this->membersNamed('bob'), 'role'));
    }

    public function testALinkOfAnotherRoomIsNotTakenBack(): void
    {
        $made = $this->dataOf($this->as('alice')->api('POST', "rooms/{$this->room}/links", ['name' => 'Dana', 'role' => 'viewer']));
        $link = $made['id'] ?? 0;
        self::assertIsInt($link);
        self::assertSame(404, $this->as('carol')->api('DELETE', "rooms/{$this->other}/links/{$link}")->getStatus());
        self::assertCount(1, $this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/links")));
    }

    public function testTheIdOfTheAddressCountsAndNotThatOfTheBody(): void
    {
        $this->as('carol')->api('PATCH', "rooms/{$this->other}", ['id' => $this->room, 'name' => 'Taken']);
        self::assertSame('Physics', $this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}"))['name']);
    }

    public function testWhoManagesBothChangesTheOneOfTheAddress(): void
    {
        $third = $this->roomOf('carol', 'Biology');
        foreach ([$third, (string) $third, [$third]] as $id) {
            $changed = $this->as('carol')->api('PATCH', "rooms/{$this->other}", ['id' => $id, 'name' => 'Renamed']);
            self::assertSame(200, $changed->getStatus());
        }
        self::assertSame('Biology', $this->dataOf($this->as('carol')->api('GET', "rooms/{$third}"))['name']);
        self::assertSame('Renamed', $this->dataOf($this->as('carol')->api('GET', "rooms/{$this->other}"))['name']);
    }

    public function testADocumentOfAnotherRoomIsNotSeenOrRemoved(): void
    {
        $document = new Document();
        $document->setRoomId($this->room);
        $document->setOwnerId('alice');
        $document->setFileId(7);
        $document->setName('Slides.pdf');
        $id = $this->host->container->get(DocumentMapper::class)->insert($document)->getId();
        self::assertSame(404, $this->as('carol')->api('DELETE', "rooms/{$this->other}/documents/{$id}")->getStatus());
        self::assertSame([], $this->dataOf($this->as('carol')->api('GET', "rooms/{$this->other}/documents")));
        foreach (['GET' => '', 'POST' => '', 'DELETE' => "/{$id}"] as $verb => $which) {
            self::assertSame(404, $this->as('carol')->api($verb, "rooms/{$this->room}/documents{$which}", ['paths' => ['/Slides.pdf'], 'keep' => true])->getStatus());
        }
        self::assertSame(['Slides.pdf'], array_column($this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/documents")), 'name'));
    }

    /** @return iterable<string, array{string, string}> */
    public static function deedsWithRecordings(): iterable
    {
        yield 'captions' => ['GET', '/captions'];
        yield 'new captions' => ['POST', '/captions'];
        yield 'save' => ['POST', '/save'];
        yield 'change' => ['PATCH', ''];
        yield 'delete' => ['DELETE', ''];
    }

    #[DataProvider('deedsWithRecordings')]
    public function testARecordingOfAnotherRoomIsNotReached(string $verb, string $deed): void
    {
        $this->record('r-1');
        $wish = ['language' => 'de', 'content' => "WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n", 'folder' => '', 'type' => 'presentation', 'visibility' => 'private'];
        foreach ([[$this->other, 'no_such_recording'], [$this->room, 'no_such_room']] as [$room, $code]) {
            $response = $this->as('carol')->api($verb, "rooms/{$room}/recordings/r-1{$deed}", $wish);
            self::assertSame([404, $code], [$response->getStatus(), $this->dataOf($response)['code']]);
        }
        self::assertSame(['members'], array_column($this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/recordings")), 'visibility'));
    }

    public function testNobodyIsLedToARecordingOfAnotherRoomOrToOneThatIsNotForThem(): void
    {
        $recording = $this->record('r-1');
        $path = "rooms/{$this->room}/recordings/r-1/presentation";
        self::assertSame(303, $this->as('vic')->page('GET', $path)->getStatus());
        self::assertSame(404, $this->as('carol')->page('GET', $path)->getStatus());
        self::assertSame(404, $this->as('carol')->page('GET', "rooms/{$this->other}/recordings/r-1/presentation")->getStatus());
        $recording->setVisibility('private');
        $this->host->container->get(RecordingMapper::class)->update($recording);
        self::assertSame(404, $this->as('vic')->page('GET', $path)->getStatus());
        self::assertSame(303, $this->as('mia')->page('GET', $path)->getStatus());
    }

    public function testWhoKnowsTheIdOfARoomDoesNotJoinItByThat(): void
    {
        foreach (['carol', 'admin'] as $who) {
            self::assertSame(404, $this->as($who)->page('POST', "rooms/{$this->room}/join", ['id' => $this->other])->getStatus());
        }
        self::assertContains($this->as(null)->page('POST', "rooms/{$this->room}/join")->getStatus(), [401, 403]);
    }

    private function record(string $recordID): Recording
    {
        $recording = new Recording();
        $recording->setRoomId($this->room);
        $recording->setRecordId($recordID);
        $formats = [['type' => 'presentation', 'url' => 'https://bbb.example.org/playback/r-1', 'length' => 10]];
        $recording->learn(['recordID' => $recordID, 'state' => 'published', 'facts' => ['recordID' => $recordID, 'published' => true, 'playback' => $formats]]);

        return $this->host->container->get(RecordingMapper::class)->insert($recording);
    }

    /** @return list<array<array-key, mixed>> */
    private function membersNamed(string $target): array
    {
        $members = $this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/members"));

        return array_values(array_filter($members, static fn (mixed $member): bool => is_array($member) && ($member['target'] ?? '') === $target));
    }
}
