<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Rest;

use Bluebridge\WordPress\Access\Invitations;
use Bluebridge\WordPress\Rooms\Hosts;
use Bluebridge\WordPress\Tests\Recordings\RecordingRightsTest;
use Bluebridge\WordPress\Tests\RoomTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Every route by everybody: what each of them is answered about rooms of an author. */
final class RightsTest extends RoomTestCase
{
    private const PEOPLE = ['', 'subscriber', 'contributor', 'colleague', self::CO_HOST, 'author', 'editor', 'admin'];

    /** The colleague, once the author has made them a co-host of the room. */
    private const CO_HOST = 'co-host';

    private const TO_ROOMS = [401, 403, 200, 200, 200, 200, 200, 200];

    private const TO_OWN = [401, 403, 403, 403, 403, 200, 200, 200];

    private const TO_LEAD = [401, 403, 403, 403, 200, 200, 200, 200];

    /** For others there is no such room. */
    private const TO_LEADERS = [404, 404, 404, 404, 200, 200, 200, 200];

    /** A draft of somebody else is not there at all. */
    private const TO_OWN_DRAFT = [401, 404, 404, 404, 403, 200, 200, 200];

    private const TO_LEAD_DRAFT = [401, 404, 404, 404, 200, 200, 200, 200];

    /**
     * @param array<string, mixed> $parameters
     * @param list<int> $statuses by the people, in their order
     */
    #[DataProvider('routes')]
    public function testEverybodyGetsTheirAnswer(string $method, string $path, string $room, array $parameters, array $statuses): void
    {
        $made = $this->roomOf('author', ['guestsAllowed' => true], $room);
        $id = $made->id;
        $parameters = ($parameters['door'] ?? '') === 'known' ? ['door' => $made->doorKey()] + $parameters : $parameters;
        foreach (self::PEOPLE as $index => $login) {
            $this->actAsOneOf($login, $id);
            $ids = ['{id}' => (string) $id, '{invitation}' => (string) $this->invitationTo($id, $path)];
            $reply = $this->rest($method, strtr("/bluebridge/v1{$path}", $ids), $parameters);
            self::assertSame($statuses[$index], $reply->get_status(), "{$method} {$path} by \"{$login}\"");
            if ($method === 'DELETE' && $reply->get_status() === 200) {
                $id = $this->roomOf('author', [], $room)->id;
            }
        }
    }

    /** @return iterable<string, array{string, string, string, array<string, mixed>, list<int>}> */
    public static function routes(): iterable
    {
        yield 'list' => ['GET', '/rooms', 'publish', [], self::TO_ROOMS];
        yield 'add' => ['POST', '/rooms', 'publish', ['title' => 'Physics'], [401, 403, 201, 201, 201, 201, 201, 201]];
        yield 'add published' => ['POST', '/rooms', 'publish', ['title' => 'Physics', 'status' => 'publish'], [401, 403, 403, 201, 201, 201, 201, 201]];
        yield 'read' => ['GET', '/rooms/{id}', 'publish', [], self::TO_LEAD];
        yield 'read a draft' => ['GET', '/rooms/{id}', 'draft', [], self::TO_LEAD_DRAFT];
        yield 'change' => ['PATCH', '/rooms/{id}', 'publish', ['title' => 'Physics'], self::TO_OWN];
        yield 'change a draft' => ['PATCH', '/rooms/{id}', 'draft', ['settings' => ['record' => true]], self::TO_OWN_DRAFT];
        foreach (['make co-hosts' => ['hosts' => ['users' => [], 'roles' => []]], 'choose a preset' => ['preset' => '']] as $deed => $wish) {
            yield $deed => ['PATCH', '/rooms/{id}', 'publish', $wish, self::TO_OWN];
        }
        yield 'hand over to nobody' => ['PATCH', '/rooms/{id}', 'publish', ['author' => 999_999], [401, 403, 403, 403, 403, 400, 400, 400]];
        yield 'move to a server' => ['PATCH', '/rooms/{id}', 'publish', ['server' => ''], [401, 403, 403, 403, 403, 403, 403, 200]];
        yield 'delete' => ['DELETE', '/rooms/{id}', 'publish', [], self::TO_OWN];
        yield 'form' => ['GET', '/rooms/{id}/form', 'publish', [], self::TO_OWN];
        yield 'form of a draft' => ['GET', '/rooms/{id}/form', 'draft', [], self::TO_OWN_DRAFT];
        yield 'people' => ['GET', '/people', 'publish', ['search' => 'ed'], self::TO_ROOMS];
        yield 'delete for good' => ['DELETE', '/rooms/{id}', 'publish', ['force' => true], self::TO_OWN];
        $known = ['door' => 'known'];
        yield 'status' => ['GET', '/rooms/{id}/status', 'publish', $known, array_fill(0, 8, 200)];
        yield 'status by the number' => ['GET', '/rooms/{id}/status', 'publish', [], self::TO_LEADERS];
        yield 'status of a draft' => ['GET', '/rooms/{id}/status', 'draft', $known, self::TO_LEADERS];
        yield 'join, as a visitor from nowhere' => ['POST', '/rooms/{id}/join', 'publish', $known, [401, 200, 200, 200, 200, 200, 200, 200]];
        yield 'join by the number' => ['POST', '/rooms/{id}/join', 'publish', [], self::TO_LEADERS];
        yield 'join a draft' => ['POST', '/rooms/{id}/join', 'draft', $known, self::TO_LEADERS];
        yield 'start' => ['POST', '/rooms/{id}/start', 'publish', $known, self::TO_LEAD];
        yield 'start by the number' => ['POST', '/rooms/{id}/start', 'publish', [], self::TO_LEADERS];
        foreach (['server', 'clock', 'callbacks'] as $check) {
            yield "look at the health of {$check}" => ['GET', "/health/{$check}", 'publish', [], [401, 403, 403, 403, 403, 403, 403, 200]];
        }
        yield 'start a draft' => ['POST', '/rooms/{id}/start', 'draft', $known, self::TO_LEADERS];
        yield 'seats' => ['GET', '/rooms/{id}/seats', 'publish', [], self::TO_LEAD];
        yield 'seats of a draft' => ['GET', '/rooms/{id}/seats', 'draft', [], self::TO_LEADERS];
        // Nothing runs that could be extended.
        yield 'extend' => ['POST', '/rooms/{id}/extend', 'publish', [], [401, 403, 403, 403, 409, 409, 409, 409]];
        yield 'extend in a draft' => ['POST', '/rooms/{id}/extend', 'draft', [], [404, 404, 404, 404, 409, 409, 409, 409]];
        foreach (['GET', 'POST'] as $method) {
            yield "do what is due by {$method}, without the token" => [$method, '/end-due', 'publish', [], array_fill(0, 8, 403)];
        }
        yield 'tell of events at no address of ours' => ['POST', '/callbacks/hook', 'publish', [], array_fill(0, 8, 404)];
        yield 'tell of the end without our signature' => ['GET', '/callbacks/meeting-ended', 'publish', [], array_fill(0, 8, 403)];
        yield 'read who comes in' => ['GET', '/rooms/{id}/access', 'publish', [], self::TO_OWN];
        yield 'read who comes into a draft' => ['GET', '/rooms/{id}/access', 'draft', [], self::TO_OWN_DRAFT];
        yield 'change who comes in' => ['PATCH', '/rooms/{id}/access', 'publish', ['viewerCode' => 'sesame-1'], self::TO_OWN];
        yield 'change who comes into a draft' => ['PATCH', '/rooms/{id}/access', 'draft', ['others' => 'none'], self::TO_OWN_DRAFT];
        yield 'list invitations' => ['GET', '/rooms/{id}/invitations', 'publish', [], self::TO_OWN];
        yield 'list invitations to a draft' => ['GET', '/rooms/{id}/invitations', 'draft', [], self::TO_OWN_DRAFT];
        yield 'invite' => ['POST', '/rooms/{id}/invitations', 'publish', [], [401, 403, 403, 403, 403, 201, 201, 201]];
        yield 'invite to a draft' => ['POST', '/rooms/{id}/invitations', 'draft', [], [401, 404, 404, 404, 403, 201, 201, 201]];
        yield 'revoke an invitation' => ['DELETE', '/rooms/{id}/invitations/{invitation}', 'publish', [], self::TO_OWN];
        yield 'revoke one to a draft' => ['DELETE', '/rooms/{id}/invitations/{invitation}', 'draft', [], self::TO_OWN_DRAFT];
    }

    private function actAsOneOf(string $login, int $room): void
    {
        $isCoHost = $login === self::CO_HOST;
        (new Hosts($isCoHost ? [$this->person('colleague')->ID] : []))->keepFor($room);
        match (true) {
            $isCoHost => $this->actAs('colleague'),
            $login === '' => $this->actAsVisitor(),
            default => $this->actAs($login),
        };
    }

    private function invitationTo(int $room, string $path): int
    {
        $made = str_contains($path, '{invitation}') ? (new Invitations($this->clock))->make($room, 'viewer', '', 0, 0) : null;

        return $made === null ? 0 : $made[0]->id;
    }

    public function testEveryRouteIsInTheTable(): void
    {
        self::assertNotSame([], rest_get_server()->get_routes('bluebridge/v1'));
        self::assertSame([], self::untested());
    }

    public function testARouteThatIsNotInTheTableIsFound(): void
    {
        add_action('rest_api_init', static function (): void {
            $methods = ['methods' => ['GET', 'POST'], 'callback' => '__return_null', 'permission_callback' => '__return_true'];
            register_rest_route('bluebridge/v1', '/rooms/(?P<id>\d+)/unheard-of', $methods);
        });
        self::assertSame(['GET /rooms/{id}/unheard-of', 'POST /rooms/{id}/unheard-of'], self::untested());
    }

    /** @return list<string> methods of routes about which no table says who is answered what */
    private static function untested(): array
    {
        $routes = [];
        foreach (rest_get_server()->get_routes('bluebridge/v1') as $path => $handlers) {
            $short = (string) preg_replace('/\(\?P<(\w+)>[^)]*\)/', '{$1}', substr((string) $path, strlen('/bluebridge/v1')));
            foreach ($short !== '' && is_array($handlers) ? $handlers : [] as $handler) {
                $methods = is_array($handler) && is_array($handler['methods'] ?? null) ? array_keys($handler['methods']) : [];
                // Where there is PATCH, PUT and POST are other words for it.
                foreach (in_array('PATCH', $methods, true) ? ['PATCH'] : $methods as $method) {
                    $routes[] = "{$method} {$short}";
                }
            }
        }
        $tested = [];
        // Features whose paths have more to them have tables of their own.
        foreach ([self::routes(), RecordingRightsTest::routes()] as $table) {
            foreach ($table as [$method, $path]) {
                $tested[] = "{$method} {$path}";
            }
        }

        return array_values(array_diff($routes, $tested));
    }

    public function testAnIdOfAPostThatIsNoRoomIsNoRoom(): void
    {
        $this->actAs('admin');
        $post = wp_insert_post(['post_title' => 'A post', 'post_status' => 'publish']);
        self::assertSame(404, $this->rest('GET', "/bluebridge/v1/rooms/{$post}")->get_status());
        self::assertSame(404, $this->rest('GET', "/bluebridge/v1/rooms/{$post}/status")->get_status());
    }

    public function testOthersRoomsAreListedForEditorsOnly(): void
    {
        $this->roomOf('author', title: 'Of the author');
        $this->roomOf('colleague', title: 'Of a colleague');
        $titles = function (string $login): array {
            $this->actAs($login);

            return array_column((array) $this->rest('GET', '/bluebridge/v1/rooms')->get_data(), 'title');
        };
        self::assertSame(['Of the author'], $titles('author'));
        self::assertSame(['Of a colleague', 'Of the author'], $titles('editor'));
    }
}
