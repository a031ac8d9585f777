<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Entrance;

/** Holes that were found in other plugins for meetings, at the door. */
final class KnownHolesTest extends EntranceTestCase
{
    private const MARKUP = '"\'><img src=x onerror=alert(1)>%3Cimg%3E';

    private string|false $endpoint = false;

    protected function tearDown(): void
    {
        if ($this->endpoint !== false) {
            putenv("BLUEBRIDGE_ENDPOINT={$this->endpoint}");
        }
        parent::tearDown();
    }

    /** Reflected script: the name, the code and the room's number were written into the page as they came. */
    public function testNothingThatIsSentIsMarkupOnThePage(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        $this->access->keepCode($room->id, 'viewer', 'sesame-1');
        $fields = ['bluebridge_name', 'bluebridge_code', 'bluebridge_by', 'bluebridge_consent', 'bluebridge_evicts', 'room_id'];
        $pages = [
            $this->post($room, array_fill_keys($fields, self::MARKUP))->body,
            $this->postToLink(self::MARKUP, array_fill_keys($fields, self::MARKUP))->body,
            $this->entrance()->answer($room->id, self::MARKUP, false)->body,
        ];
        foreach ($pages as $page) {
            self::assertStringNotContainsString('<img', $page);
            self::assertStringNotContainsString('"\'>', $page);
        }
    }

    /** Open redirect: a field of the form said where the browser was sent. */
    public function testNothingThatIsSentSaysWhereSomebodyIsLed(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true, 'anyoneCanStart' => true]);
        $wishes = array_fill_keys(['redirect_to', 'REQUEST_URI', '_wp_http_referer', 'return', 'url', 'logoutURL'], 'https://evil.example/');
        $headers = self::FROM_HERE + ['HTTP_REFERER' => 'https://evil.example/', 'HTTP_X_FORWARDED_HOST' => 'evil.example'];
        $this->post($room, ['bluebridge_name' => 'Ada'] + $wishes, $headers);
        $this->actAs('author');
        $nonce = wp_create_nonce("bluebridge_enter_{$room->id}");
        $answer = $this->post($room, ['_wpnonce' => $nonce] + $wishes, $headers);
        self::assertSame(303, $answer->status);
        $led = $answer->headers['Location'] ?? '';
        self::assertTrue(str_starts_with($led, (string) getenv('BLUEBRIDGE_ENDPOINT')));
        self::assertStringNotContainsString('evil.example', rawurldecode($led));
    }

    /** A server was written into the plugin, and sites nobody had connected sent their classes there. */
    public function testASiteThatIsNotConnectedSendsNobodyAnywhere(): void
    {
        $this->endpoint = getenv('BLUEBRIDGE_ENDPOINT');
        putenv('BLUEBRIDGE_ENDPOINT');
        $asked = [];
        add_filter('pre_http_request', static function (mixed $answer, mixed $arguments, string $url) use (&$asked): mixed {
            $asked[] = $url;

            return $answer;
        }, 1, 3);
        $room = $this->roomOf('author', ['guestsAllowed' => true, 'anyoneCanStart' => true]);
        $answer = $this->post($room, ['bluebridge_name' => 'Ada']);
        self::assertArrayNotHasKey('Location', $answer->headers);
        self::assertGreaterThanOrEqual(500, $answer->status);
        self::assertSame([], $asked);
    }
}
