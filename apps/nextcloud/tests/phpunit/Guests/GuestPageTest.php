<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Guests;

use OCA\Bluebridge\Server\HostTransport;
use OCA\Bluebridge\Tests\AnsweringTransport;
use OCA\Bluebridge\Tests\MeetingTestCase;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Transport;
use OCP\AppFramework\Http\Response;

/** The way of people without an account into a room. */
final class GuestPageTest extends MeetingTestCase
{
    private int $room;

    private string $door;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
        $this->open(['isPublic' => true]);
        $this->door = $this->doorOf($this->room);
    }

    public function testToOpenTheAddressDoesNothing(): void
    {
        $this->as('alice')->page('GET', $this->door);
        $this->as(null)->page('GET', $this->door);
        $this->as(null)->page('GET', "{$this->door}/status");
        self::assertSame(0, $this->callsOf('create'));
    }

    public function testAGuestComesInUnderTheirName(): void
    {
        $this->as('alice')->page('POST', "rooms/{$this->room}/join");
        $this->as('alice')->api('PATCH', "rooms/{$this->room}", ['settings' => ['guestsAllowed' => true, 'waitForModerator' => false]]);
        $response = $this->enter(['name' => "  Gina\u{202E} Guest "]);
        self::assertSentOn($response, ['fullName' => 'Gina Guest', 'role' => 'VIEWER']);
    }

    public function testWithoutANameNobodyComesIn(): void
    {
        self::assertSame(400, $this->enter(['name' => " \u{200B} "])->getStatus());
    }

    public function testAFormThatWasOpenForTooLongIsShownAgain(): void
    {
        $response = $this->as(null)->page('POST', $this->door, ['name' => 'Gina'], headers: []);
        self::assertSame(403, $response->getStatus());
        self::assertStringContainsString('too long', self::textOf($response));
    }

    public function testARoomThatLetsNoGuestsInTellsThemNothing(): void
    {
        $this->open(['isPublic' => false]);
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        self::assertSame(403, $this->enter(['name' => 'Gina'])->getStatus());
        self::assertSame(403, $this->as(null)->page('GET', "{$this->door}/status")->getStatus());
        self::assertSame('closed', self::doorShown($this->as(null)->page('GET', $this->door))['state']);
    }

    public function testWhereEverybodyLogsInAGuestIsSentToDoSo(): void
    {
        $this->open(['loginRequired' => true]);
        self::assertSame(403, $this->enter(['name' => 'Gina'])->getStatus());
        self::assertNotSame('', self::doorShown($this->as(null)->page('GET', $this->door))['loginUrl']);
        // Somebody with an account is a guest like any other, under their own name.
        self::assertTrue(self::doorShown($this->as('carol')->page('POST', $this->door))['waits']);
    }

    public function testTheCodeOfViewersAndTheCodeOfModerators(): void
    {
        $this->open(['viewerCode' => 'sesame-1', 'moderatorCode' => 'chief-77']);
        self::assertStringContainsString('type the code', self::textOf($this->enter(['name' => 'Gina'])));
        self::assertStringContainsString('does not fit', self::textOf($this->enter(['name' => 'Gina', 'code' => 'sesame-2'])));
        self::assertTrue(self::doorShown($this->enter(['name' => 'Gina', 'code' => ' sesame-1 ']))['waits']);
        self::assertSentOn($this->enter(['name' => 'Gina', 'code' => 'chief-77']), ['role' => 'MODERATOR']);
    }

    public function testACodeThatWasChangedOpensNothingAnyMore(): void
    {
        $this->open(['viewerCode' => 'sesame-1']);
        $this->enter(['name' => 'Gina', 'code' => 'sesame-1']);
        self::assertTrue(self::doorShown($this->enter(['name' => 'Gina']))['waits']);
        $this->open(['viewerCode' => 'sesame-2']);
        self::assertStringContainsString('type the code', self::textOf($this->enter(['name' => 'Gina'])));
    }

    public function testNobodyGuessesForLong(): void
    {
        $this->open(['viewerCode' => 'sesame-1']);
        for ($try = 1; $try <= 5; $try++) {
            self::assertSame(200, $this->enter(['name' => 'Eve', 'code' => "wrong-{$try}"])->getStatus());
        }
        // Not even the right one, and what waits is told when.
        $refused = $this->enter(['name' => 'Eve', 'code' => 'sesame-1']);
        self::assertSame(429, $refused->getStatus());
        self::assertSame('60', $refused->getHeaders()['Retry-After'] ?? '');
        $this->host->clock->advance(60_001);
        self::assertTrue(self::doorShown($this->enter(['name' => 'Eve', 'code' => 'sesame-1']))['waits']);
    }

    public function testRightCodesOfAClassAreNotCounted(): void
    {
        $this->open(['viewerCode' => 'sesame-1']);
        for ($pupil = 1; $pupil <= 30; $pupil++) {
            self::assertSame(200, $this->enter(['name' => "Pupil {$pupil}", 'code' => 'sesame-1'])->getStatus());
        }
    }

    public function testASchoolBehindOneAddressComesIn(): void
    {
        $this->as('alice')->page('POST', "rooms/{$this->room}/join");
        for ($post = 1; $post <= 450; $post++) {
            self::assertNotSame(429, $this->enter(['name' => 'Pupil'])->getStatus());
        }
    }

    public function testOtherPagesOfTheBrowserDoNotWaitForTheServer(): void
    {
        $open = [];
        $transport = new AnsweringTransport($this->host->container->get(HostTransport::class));
        $this->host->container->put(Transport::class, $transport);
        foreach (['getMeetingInfo', 'getMeetings', 'create'] as $call) {
            $transport->before($call, function () use (&$open): void {
                $open[] = $this->host->session->isOpen();
            });
        }
        $this->as('alice')->page('POST', "rooms/{$this->room}/join");
        $this->enter(['name' => 'Gina']);
        self::assertNotContains(true, $open);
        self::assertContains('create', $transport->calls);
    }

    public function testCodesAreKeptAsHashesAndNeverToldAgain(): void
    {
        $this->open(['viewerCode' => 'sesame-1', 'moderatorCode' => 'chief-77']);
        $result = $this->host->db->getQueryBuilder()->select('*')->from('bluebridge_rooms')->executeQuery();
        $stored = json_encode($result->fetchAll(), JSON_THROW_ON_ERROR);
        $told = json_encode($this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/access")), JSON_THROW_ON_ERROR);
        self::assertStringNotContainsString('sesame-1', $stored . $told);
        self::assertStringNotContainsString('chief-77', $stored . $told);
    }

    public function testAnUnknownAddressIsNotFoundAndCountedByNextcloud(): void
    {
        $response = $this->as(null)->page('GET', 'r/nothing');
        self::assertSame(404, $response->getStatus());
        self::assertTrue($response->isThrottled());
    }

    /** @param array<string, mixed> $access */
    private function open(array $access): void
    {
        self::assertSame(200, $this->as('alice')->api('PATCH', "rooms/{$this->room}/access", $access)->getStatus());
    }

    /** @param array<string, mixed> $form */
    private function enter(array $form): Response
    {
        return $this->as(null)->page('POST', $this->door, $form);
    }

    private static function textOf(Response $response): string
    {
        $text = self::doorShown($response)['text'] ?? '';
        self::assertIsString($text);

        return $text;
    }
}
