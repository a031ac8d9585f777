<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests;

use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;

/** Tests with a meeting server: the simulator, on this machine. */
abstract class MeetingTestCase extends AppTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        $endpoint = getenv('BLUEBRIDGE_ENDPOINT');
        $secret = getenv('BLUEBRIDGE_SECRET');
        if (!is_string($endpoint) || !is_string($secret)) {
            self::fail('The runner names the simulator in BLUEBRIDGE_ENDPOINT and BLUEBRIDGE_SECRET.');
        }
        $this->connect(new ServerSettings($endpoint, $secret, 'bigbluebutton', 'sha256', allowsLocal: true));
    }

    protected function connect(ServerSettings $settings): void
    {
        (new ServerSettingsStore($this->host->settings))->write($settings);
    }

    /** Nobody answers at this address. */
    protected function disconnect(): void
    {
        $this->connect(new ServerSettings('http://127.0.0.1:9/bigbluebutton/', 'secret', allowsLocal: true));
    }

    /** Gives what the server knows a room by. */
    protected function meetingOf(int $room): string
    {
        $query = $this->host->db->getQueryBuilder();
        $query->select('meeting_id')->from('bluebridge_rooms')->where($query->expr()->eq('id', $query->createNamedParameter($room)));
        $meetingID = $query->executeQuery()->fetchOne();
        self::assertIsString($meetingID);

        return $meetingID;
    }

    /**
     * Lets somebody do something in a meeting.
     *
     * @param array<string, mixed> $act as the simulator takes it
     */
    protected function act(array $act): void
    {
        $this->control('act', $act);
    }

    /** @param array<string, mixed> $wish */
    protected function control(string $what, array $wish): void
    {
        $context = stream_context_create(['http' => [
            'method' => 'POST',
            'header' => 'Content-Type: application/json',
            'content' => json_encode((object) $wish, JSON_THROW_ON_ERROR),
            'ignore_errors' => true,
        ]]);
        $answer = file_get_contents(getenv('BLUEBRIDGE_SIMULATOR') . "/control/{$what}", false, $context);
        self::assertStringContainsString(' 200 ', $http_response_header[0] ?? '', (string) $answer);
    }

    /** Counts the requests for a call that went to the server. */
    protected function callsOf(string $call): int
    {
        return count(array_filter($this->host->http->sent(), static fn (array $sent): bool => str_contains($sent['url'], "/api/{$call}?")));
    }

    /** Gives the address of a room's page for guests, as it follows the name of the app. */
    protected function doorOf(int $room): string
    {
        $url = $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/access"))['url'] ?? '';
        self::assertIsString($url);

        return 'r/' . basename($url);
    }

    /** @param array<string, string> $query what the address a browser is sent to must say */
    protected static function assertSentOn(Response $response, array $query): void
    {
        self::assertSame(303, $response->getStatus());
        $location = $response->getHeaders()['Location'] ?? '';
        self::assertIsString($location);
        self::assertSame(0, strpos($location, (string) getenv('BLUEBRIDGE_ENDPOINT')));
        parse_str((string) parse_url($location, PHP_URL_QUERY), $found);
        self::assertSame($query, array_intersect_key($found, $query));
        self::assertSame('no-store', $response->getHeaders()['Cache-Control'] ?? '');
    }

    /** @return array<string, mixed> what the page at a door shows */
    protected static function doorShown(Response $response): array
    {
        self::assertInstanceOf(TemplateResponse::class, $response);

        return $response->getParams();
    }
}
