<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Guests;

use OCA\Bluebridge\Tests\MeetingTestCase;
use OCP\AppFramework\Http\Response;

/** What the page at the door keeps for whoever waits there, or was sent back. */
final class WaitingGuestTest extends MeetingTestCase
{
    private int $room;

    private string $door;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
        $this->as('alice')->api('PATCH', "rooms/{$this->room}/access", ['isPublic' => true]);
        $this->door = $this->doorOf($this->room);
    }

    public function testWhoAgreedToBeRecordedIsTakenInWithoutBeingAskedAgain(): void
    {
        $this->setUpRoom(['record' => true, 'recordingConsent' => true]);
        $page = self::doorShown($this->enter(['name' => 'Gina', 'consents' => 'yes']));
        self::assertTrue($page['waits']);
        self::assertTrue($page['hasAgreed']);
        self::assertSame('wait', $this->entry()['kind']);
        $this->as('alice')->page('POST', "rooms/{$this->room}/join", ['consents' => 'yes']);
        // Before the pace of questions allows one, the page is told what was known.
        $this->host->clock->advance(20_000);
        self::assertSame('join', $this->entry()['kind']);
        self::assertSentOn($this->enter(['name' => 'Gina', 'waiting' => 'yes']), ['fullName' => 'Gina']);
    }

    public function testWhoWaitsForTheHoursIsTakenInWithWhatTheyAgreedTo(): void
    {
        $opensAt = $this->host->clock->now()->getTimestamp() * 1000 + 60_000;
        $this->setUpRoom(['record' => true, 'recordingConsent' => true, 'opensAt' => $opensAt]);
        self::assertTrue(self::doorShown($this->enter(['name' => 'Gina', 'consents' => 'yes']))['waits']);
        $this->as('alice')->page('POST', "rooms/{$this->room}/join", ['consents' => 'yes']);
        self::assertSame('wait', $this->entry()['kind']);
        $this->host->clock->advance(60_001);
        self::assertSame(['join', ''], [$this->entry()['kind'], $this->entry()['reason']]);
        self::assertSentOn($this->enter(['name' => 'Gina', 'waiting' => 'yes']), ['fullName' => 'Gina']);
    }

    public function testWhoPressesTheButtonIsAskedEachTime(): void
    {
        $this->setUpRoom(['record' => true, 'recordingConsent' => true]);
        $this->enter(['name' => 'Gina', 'consents' => 'yes']);
        $page = self::doorShown($this->as(null)->page('GET', $this->door));
        self::assertFalse($page['hasAgreed']);
        $page = self::doorShown($this->enter(['name' => 'Gina']));
        self::assertFalse($page['waits']);
        self::assertSame('consent_required', $this->entry()['reason']);
    }

    public function testWhatOneRoomWasToldAnotherDoesNotKnow(): void
    {
        $this->setUpRoom(['record' => true, 'recordingConsent' => true]);
        $this->enter(['name' => 'Gina', 'consents' => 'yes']);
        $this->room = $this->roomOf('alice', 'Chemistry');
        $this->as('alice')->api('PATCH', "rooms/{$this->room}/access", ['isPublic' => true]);
        $this->door = $this->doorOf($this->room);
        $this->setUpRoom(['record' => true, 'recordingConsent' => true]);
        self::assertFalse(self::doorShown($this->enter(['name' => 'Gina', 'waiting' => 'yes']))['waits']);
    }

    public function testWhyAPressLedNowhereIsKept(): void
    {
        self::assertFalse(self::doorShown($this->as(null)->page('GET', $this->door))['isTold']);
        self::assertTrue(self::doorShown($this->enter(['name' => '']))['isTold']);
        self::assertFalse(self::doorShown($this->enter(['name' => 'Gina']))['isTold']);
        self::assertTrue(self::doorShown($this->as(null)->page('POST', $this->door, ['name' => 'Gina'], headers: []))['isTold']);
        $this->as('alice')->api('PATCH', "rooms/{$this->room}/access", ['viewerCode' => 'sesame-1']);
        self::assertTrue(self::doorShown($this->enter(['name' => 'Gina', 'code' => 'sesame-2']))['isTold']);
    }

    public function testThePageMayCountTimeInAWorker(): void
    {
        $policy = $this->as(null)->page('GET', $this->door)->getContentSecurityPolicy()?->buildPolicy();
        self::assertStringContainsString(';worker-src blob:;form-action', (string) $policy);
    }

    /** @param array<string, mixed> $settings */
    private function setUpRoom(array $settings): void
    {
        $settings += ['guestsAllowed' => true, 'waitForModerator' => false];
        self::assertSame(200, $this->as('alice')->api('PATCH', "rooms/{$this->room}", ['settings' => $settings])->getStatus());
    }

    /** @param array<string, mixed> $form */
    private function enter(array $form): Response
    {
        return $this->as(null)->page('POST', $this->door, $form);
    }

    /**
     * @phpstan-impure
     *
     * @return array<array-key, mixed>
     */
    private function entry(): array
    {
        $entry = $this->dataOf($this->as(null)->page('GET', "{$this->door}/status", ['waiting' => '1']))['entry'] ?? null;
        self::assertIsArray($entry);

        return $entry;
    }
}
