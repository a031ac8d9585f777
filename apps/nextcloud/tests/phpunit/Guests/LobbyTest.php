<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Guests;

use OCA\Bluebridge\Tests\MeetingTestCase;
use OCP\AppFramework\Http\Response;
use PHPUnit\Framework\Attributes\DataProvider;

/** Lobby, code, logging in and personal links together, as the server is told of them. */
final class LobbyTest extends MeetingTestCase
{
    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
        $this->host->people->add('mia');
        $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
    }

    /**
     * How each comes in, by what the room asks for: `as guest` waits at the server where it has a lobby;
     * `code` and `login` are asked for here.
     *
     * @return iterable<string, array{list<string>, array<string, string>}>
     */
    public static function doors(): iterable
    {
        $guest = 'VIEWER as guest';
        foreach (['lobby' => 'VIEWER as no guest', 'open' => 'VIEWER'] as $kind => $expected) {
            $chief = $kind === 'lobby' ? 'MODERATOR as no guest' : 'MODERATOR';
            $members = ['bob' => $expected, 'alice' => $chief];
            $links = ['link of a viewer' => $expected, 'link of a moderator' => $chief];
            $all = ['stranger' => $guest, 'stranger with the code' => $guest, 'carol' => $guest, 'carol with the code' => $guest];
            $shut = ['link of a viewer' => 'login', 'link of a moderator' => 'login', 'stranger' => 'login', 'stranger with the code' => 'login'];
            $asked = ['stranger' => 'code', 'carol' => 'code'];
            yield $kind => [[$kind], $all + $members + $links];
            yield "{$kind}, code" => [[$kind, 'code'], $asked + $all + $members + $links];
            yield "{$kind}, login" => [[$kind, 'login'], $shut + $all + $members];
            yield "{$kind}, code, login" => [[$kind, 'code', 'login'], $shut + $asked + $all + $members];
        }
    }

    /**
     * @param list<string> $wish
     * @param array<string, string> $expected
     */
    #[DataProvider('doors')]
    public function testEachComesInAsTheRoomSays(array $wish, array $expected): void
    {
        $hasCode = in_array('code', $wish, true);
        $this->open(in_array('lobby', $wish, true), $hasCode, in_array('login', $wish, true));
        $found = [];
        foreach (array_keys($expected) as $who) {
            $found[$who] = self::outcome($this->arrive($who, $hasCode));
        }
        self::assertSame($expected, $found);
    }

    public function testTheServerIsToldWhetherGuestsWait(): void
    {
        $this->open(true, false, false);
        self::assertSame('ASK_MODERATOR', $this->sentIn('create')['guestPolicy'] ?? null);
    }

    public function testWithoutALobbyGuestsComeStraightIn(): void
    {
        $this->open(false, false, false);
        self::assertSame('ALWAYS_ACCEPT', $this->sentIn('create')['guestPolicy'] ?? null);
    }

    public function testWithALobbyGuestsWaitHereUntilSomebodyCanLetThemIn(): void
    {
        $this->open(true, false, false, isLed: false);
        self::assertTrue(self::doorShown($this->arrive('stranger', false))['waits']);
        self::assertSame('VIEWER as no guest', self::outcome($this->arrive('link of a viewer', false)));
    }

    /** Opens the room with what it asks for, and lets somebody lead in it. */
    private function open(bool $hasLobby, bool $hasCode, bool $hasLogin, bool $isLed = true): void
    {
        $access = ['isPublic' => true, 'lobby' => $hasLobby, 'loginRequired' => $hasLogin] + ($hasCode ? ['viewerCode' => 'sesame-1'] : []);
        self::assertSame(200, $this->as('alice')->api('PATCH', "rooms/{$this->room}/access", $access)->getStatus());
        self::assertSame(200, $this->as('alice')->api('PATCH', "rooms/{$this->room}", ['settings' => [
            'guestsAllowed' => true, 'guestApproval' => $hasLobby, 'waitForModerator' => false,
        ]])->getStatus());
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$this->room}/start")->getStatus());
        if ($isLed) {
            $this->act(['kind' => 'join', 'meetingID' => $this->meetingOf($this->room), 'attendee' => ['fullName' => 'Mia', 'userID' => 'mia', 'role' => 'MODERATOR']]);
        }
        $this->host->clock->advance(60_000);
    }

    private function arrive(string $who, bool $hasCode): Response
    {
        // Each has a browser of their own, which knows nothing of the others.
        $this->host->session->comeFrom($who);
        if (str_starts_with($who, 'link of a ')) {
            $role = substr($who, strlen('link of a '));
            $made = $this->dataOf($this->as('alice')->api('POST', "rooms/{$this->room}/links", ['name' => 'Dana', 'role' => $role]));
            self::assertIsString($made['url'] ?? null);

            return $this->as(null)->page('POST', 'i/' . basename($made['url']), ['name' => 'Dana']);
        }
        [$name, $code] = array_pad(explode(' with ', $who), 2, '');
        $door = $this->doorOf($this->room);
        $form = ['name' => 'Gina', 'code' => $code !== '' && $hasCode ? 'sesame-1' : ''];

        return $this->as($name === 'stranger' ? null : $name)->page('POST', $door, $form);
    }

    private static function outcome(Response $response): string
    {
        if ($response->getStatus() !== 303) {
            $page = self::doorShown($response);

            return match (true) {
                ($page['loginUrl'] ?? '') !== '' => 'login',
                ($page['code'] ?? '') === 'required' => 'code',
                default => 'elsewhere',
            };
        }
        $location = $response->getHeaders()['Location'] ?? '';
        self::assertIsString($location);
        parse_str((string) parse_url($location, PHP_URL_QUERY), $query);
        $guest = match ($query['guest'] ?? null) {
            'true' => ' as guest',
            'false' => ' as no guest',
            default => '',
        };

        return (is_string($query['role'] ?? null) ? $query['role'] : '') . $guest;
    }

    /** @return array<array-key, mixed> what the first request of a call said */
    private function sentIn(string $call): array
    {
        foreach ($this->host->http->sent() as $sent) {
            if (str_contains($sent['url'], "/api/{$call}?")) {
                parse_str((string) parse_url($sent['url'], PHP_URL_QUERY), $query);

                return $query;
            }
        }
        self::fail("{$call} was not called.");
    }
}
