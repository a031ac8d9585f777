<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Holes;

use OCA\Bluebridge\Tests\MeetingTestCase;

/** The links of guests, opened by who has an account, and with more behind them than they had. */
final class GuestLinksTest extends MeetingTestCase
{
    private int $room;

    private string $door;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
        $settings = ['guestsAllowed' => true, 'waitForModerator' => false];
        $this->as('alice')->api('PATCH', "rooms/{$this->room}", ['settings' => $settings]);
        $this->as('alice')->api('PATCH', "rooms/{$this->room}/access", ['isPublic' => true]);
        $this->door = $this->doorOf($this->room);
    }

    public function testWhoHasLoggedInAndIsNoMemberComesInByItToo(): void
    {
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        self::assertSame(200, $this->as('carol')->page('GET', $this->door)->getStatus());
        $response = $this->as('carol')->page('POST', $this->door, ['name' => 'Somebody else']);
        self::assertSentOn($response, ['fullName' => 'Carol', 'role' => 'VIEWER']);
    }

    public function testTheOwnerComesInByItAsModerator(): void
    {
        self::assertSentOn($this->as('alice')->page('POST', $this->door), ['fullName' => 'Alice', 'role' => 'MODERATOR']);
    }

    public function testNoAddressOfAFileIsTakenFromALink(): void
    {
        $more = ['u' => 'https://evil.example/slides.pdf', 'url' => 'https://evil.example/slides.pdf', 'presentation' => 'https://evil.example/slides.pdf'];
        $this->as('alice')->page('GET', $this->door, $more);
        self::assertSame(303, $this->as('alice')->page('POST', $this->door, $more)->getStatus());
        self::assertSame(1, $this->callsOf('create'));
        foreach ($this->host->http->sent() as $sent) {
            $body = $sent['options']['body'] ?? '';
            self::assertIsString($body);
            self::assertStringNotContainsString('evil', rawurldecode($sent['url']) . $body);
        }
    }

    public function testTheAppCannotBeLimitedToAGroupWhichWouldShutTheOthersOut(): void
    {
        $info = (string) file_get_contents(dirname(__DIR__, 3) . '/appinfo/info.xml');
        self::assertMatchesRegularExpression('~<types>\s*<prevent_group_restriction/>\s*</types>~', $info);
    }
}
