<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Reference;

use OCA\Bluebridge\ContactsMenu\CallProvider;
use OCA\Bluebridge\Reference\RoomReference;
use OCA\Bluebridge\Tests\Kit\Contacts\Contact;
use OCA\Bluebridge\Tests\MeetingTestCase;

/** Rooms in other apps: as a card where their address stands, and in the menu of contacts. */
final class RoomReferenceTest extends MeetingTestCase
{
    private int $room;

    private string $page;

    private string $open;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
        $this->page = "https://cloud.example.org/apps/bluebridge/rooms/{$this->room}";
        $this->open = 'https://cloud.example.org/apps/bluebridge/' . $this->doorOf($this->room);
    }

    public function testAddressesOfRoomsAreKnownAndNoOthers(): void
    {
        $ours = [$this->page, "{$this->page}?tab=people", "{$this->page}#recordings", $this->open, str_replace('/apps', '/index.php/apps', $this->open)];
        $others = ['https://cloud.example.org/apps/bluebridge/', str_replace('cloud', 'clouds', $this->page), "{$this->page}x", "{$this->page}/join", "x {$this->page}"];
        foreach ($ours as $address) {
            self::assertTrue($this->provider()->matchReference($address), $address);
        }
        foreach ($others as $address) {
            self::assertFalse($this->provider()->matchReference($address), $address);
        }
    }

    public function testThePeopleOfARoomSeeACardAndNobodyElse(): void
    {
        $this->as('alice');
        $card = $this->provider()->resolveReference($this->page);
        self::assertSame(['Physics', 'Nobody is in'], [$card?->getTitle(), $card?->getDescription()]);
        foreach (['carol', null] as $other) {
            $this->as($other);
            self::assertNull($this->provider()->resolveReference($this->page));
            self::assertNull($this->provider()->resolveReference($this->open));
        }
    }

    public function testTheCardIsLiveAndAsksNoServer(): void
    {
        $key = $this->keyFor('alice');
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        $this->act(['kind' => 'join', 'meetingID' => $this->meetingOf($this->room), 'attendee' => ['fullName' => 'Dana', 'userID' => 'dana', 'role' => 'VIEWER']]);
        $this->host->clock->advance(30_000);
        $this->as('alice')->api('GET', "rooms/{$this->room}/status");
        $asked = $this->callsOf('getMeetingInfo');
        $facts = $this->provider()->resolveReference($this->open)?->getRichObject() ?? [];
        self::assertSame(['open', 1, '1 person is in'], [$facts['state'] ?? '', $facts['participantCount'] ?? 0, $facts['text'] ?? '']);
        self::assertSame($asked, $this->callsOf('getMeetingInfo'));
        self::assertNotSame($key, $this->keyFor('alice'));
        self::assertNotSame($this->keyFor('alice'), $this->keyFor('carol'));
    }

    public function testTheSmartPickerFindsRoomsByTheSearchForThem(): void
    {
        self::assertSame([$this->host->container->get(\OCA\Bluebridge\Search\RoomSearch::class)->getId()], $this->provider()->getSupportedSearchProviderIds());
    }

    public function testTheMenuOfContactsOffersToCallPeopleWithAnAccount(): void
    {
        self::assertSame(
            ['https://cloud.example.org/apps/bluebridge?start=1&with=bob&name=Bob+B.'],
            $this->offeredFor('bob', true),
        );
        self::assertSame([], $this->offeredFor('alice', true));
        self::assertSame([], $this->offeredFor('bob', false));
        self::assertSame([], $this->offeredFor('nobody', true));
    }

    /** @return list<string> */
    private function offeredFor(string $uid, bool $isAccount): array
    {
        $this->as('alice');
        $contact = new Contact('Bob B.', ['UID' => $uid, 'isLocalSystemBook' => $isAccount]);
        $this->host->container->get(CallProvider::class)->process($contact);

        return array_map(static fn ($action): string => $action instanceof \OCP\Contacts\ContactsMenu\ILinkAction ? $action->getHref() : '', $contact->actions);
    }

    private function keyFor(string $who): string
    {
        $this->as($who);

        return $this->provider()->getCacheKey($this->page);
    }

    private function provider(): RoomReference
    {
        $this->host->container->forgetApp();

        return $this->host->container->get(RoomReference::class);
    }
}
