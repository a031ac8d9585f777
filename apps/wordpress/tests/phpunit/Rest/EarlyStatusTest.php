<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Rest;

use Bluebridge\WordPress\Http\Answer;
use Bluebridge\WordPress\Rest\EarlyStatus;
use Bluebridge\WordPress\Rest\MeetingController;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Services;
use Bluebridge\WordPress\Tests\RoomTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** What waiting pages are told early is what the route would tell them. */
final class EarlyStatusTest extends RoomTestCase
{
    private const GUESTS = ['guestsAllowed' => true];

    /** @var array<array-key, mixed> */
    private array $server;

    protected function setUp(): void
    {
        parent::setUp();
        $this->server = $_SERVER;
    }

    protected function tearDown(): void
    {
        $_SERVER = $this->server;
        $_GET = [];
        parent::tearDown();
    }

    public function testItIsTheAnswerOfTheRoute(): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        $early = $this->ask($room, ['waiting' => 'true']);
        $route = $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/status", ['door' => $room->doorKey(), 'waiting' => true]);
        self::assertNotNull($early);
        self::assertSame([200, 200], [$early->status, $route->get_status()]);
        self::assertSame(wp_json_encode($route->get_data()), $early->body);
        $ofRoute = $route->get_headers();
        foreach (['ETag', 'Cache-Control', 'Vary'] as $name) {
            self::assertSame($ofRoute[$name] ?? null, $early->headers[$name] ?? '', $name);
        }
        self::assertGreaterThan(0, (int) ($early->headers['Bluebridge-Ask-After'] ?? 0));
    }

    public function testItIsEmptyForWhoKnowsItAlready(): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        $tag = $this->ask($room)?->headers['ETag'] ?? '';
        $_SERVER['HTTP_IF_NONE_MATCH'] = "W/{$tag}";
        $again = $this->ask($room);
        self::assertSame([304, ''], [$again?->status, $again?->body]);
    }

    public function testItIsThereForEveryKindOfLinks(): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        self::assertSame(200, $this->ask($room, [], '/blog/index.php/wp-json')?->status);
        $_SERVER['REQUEST_URI'] = '/';
        $_GET = ['rest_route' => "/bluebridge/v1/rooms/{$room->id}/status", 'door' => $room->doorKey()];
        self::assertSame(200, $this->early()->answer()?->status);
    }

    public function testItTellsNothingWithoutTheKeyOfTheDoor(): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        self::assertNull($this->ask($room, ['door' => 'wrong']));
        self::assertNull($this->ask($this->roomOf('author', self::GUESTS, 'draft')));
    }

    public function testPeopleWithAnAccountAreLeftToTheRoute(): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        $this->actAs('author');
        self::assertNull($this->ask($room));
    }

    /**
     * @param array<string, string> $server
     * @param array<string, string> $query
     */
    #[DataProvider('otherRequests')]
    public function testWhateverIsNotThePlainQuestionIsLeftToTheRoute(array $server, array $query): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        $_SERVER = $server + $_SERVER;
        self::assertNull($this->ask($room, $query));
        self::assertSame([], $this->traffic->calls());
    }

    /** @return iterable<string, array{array<string, string>, array<string, string>}> */
    public static function otherRequests(): iterable
    {
        yield 'another method' => [['REQUEST_METHOD' => 'POST'], []];
        yield 'a nonce' => [['HTTP_X_WP_NONCE' => 'abc'], []];
        yield 'a password' => [['PHP_AUTH_USER' => 'author'], []];
        yield 'a token' => [['HTTP_AUTHORIZATION' => 'Bearer abc'], []];
        yield 'some fields only' => [[], ['_fields' => 'open']];
        yield 'a parameter nobody knows' => [[], ['x' => '1']];
        yield 'no yes or no' => [[], ['waiting' => 'perhaps']];
    }

    public function testOtherAddressesAreNotAnswered(): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        self::assertNull($this->ask($room, [], '/a-page'));
        $_SERVER['REQUEST_URI'] = "/wp-json/bluebridge/v1/rooms/{$room->id}/status/more";
        self::assertNull($this->early()->answer());
    }

    public function testAddressesOnPagesAreOfThisKind(): void
    {
        $room = $this->roomOf('author', self::GUESTS);
        $address = MeetingController::statusAddress($room);
        $_SERVER['REQUEST_URI'] = (string) preg_replace('~^https?://[^/]+~', '', $address);
        parse_str((string) wp_parse_url($address, PHP_URL_QUERY), $query);
        $_GET = $query;
        self::assertSame(200, $this->early()->answer()?->status);
    }

    /** @param array<string, string> $query */
    private function ask(StoredRoom $room, array $query = [], string $before = '/wp-json'): ?Answer
    {
        $_GET = $query + ['door' => $room->doorKey()];
        $_SERVER += ['REQUEST_METHOD' => 'GET'];
        $_SERVER['REQUEST_URI'] = "{$before}/bluebridge/v1/rooms/{$room->id}/status?" . http_build_query($_GET);

        return $this->early()->answer();
    }

    private function early(): EarlyStatus
    {
        $services = new Services(dirname(__DIR__, 3) . '/bluebridge.php');

        return new EarlyStatus($services->doors(...), $services->doorStatus(...));
    }
}
