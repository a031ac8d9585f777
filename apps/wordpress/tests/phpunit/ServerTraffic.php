<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests;

use Closure;
use WP_Error;

/**
 * What the plugin asks of its BigBlueButton server. The simulator answers, unless a test says what
 * is to be answered instead.
 */
final class ServerTraffic
{
    /** @var list<string> */
    private array $calls = [];

    /** @var (Closure(string): (array<string, mixed>|WP_Error))|null */
    private ?Closure $answer = null;

    /** @var array<string, string> documents by the names of calls */
    private array $answersToCalls = [];

    /** Watches the requests of WordPress, until its hooks are set back. */
    public function observe(): void
    {
        add_filter('pre_http_request', $this->take(...), PHP_INT_MAX, 3);
    }

    /** @return list<string> names of the calls so far, such as `getMeetingInfo` */
    public function calls(): array
    {
        return $this->calls;
    }

    public function forget(): void
    {
        $this->calls = [];
    }

    /** Answers every further call with a document. */
    public function answerWith(string $xml, int $status = 200): void
    {
        $this->answer = static fn (): array => self::document($xml, $status);
    }

    /** Lets every further call fail as a server does that is not there. */
    public function breakDown(): void
    {
        $this->answer = static fn (): WP_Error => new WP_Error('http_request_failed', 'cURL error 7: Failed to connect');
    }

    /** Lets the simulator answer again. */
    public function recover(): void
    {
        $this->answer = null;
        $this->answersToCalls = [];
    }

    /** Answers further calls of one name with a document. */
    public function answerCall(string $call, string $xml): void
    {
        $this->answersToCalls[$call] = $xml;
    }

    /** Empties the simulator, so that no meeting of another test is there. */
    public function resetSimulator(): void
    {
        $this->control('reset', []);
    }

    /** Lets time pass for the simulator. */
    public function advanceSimulator(int $milliseconds): void
    {
        $this->control('advance', ['ms' => $milliseconds]);
    }

    /**
     * Notes a call, and answers it where that was asked for.
     *
     * @param array<string, mixed> $arguments
     * @return mixed what WordPress is to take as the answer; false lets it ask the server
     */
    private function take(mixed $before, array $arguments, string $url): mixed
    {
        $path = (string) parse_url($url, PHP_URL_PATH);
        if (preg_match('#/(?:bigbluebutton|bbb-integration)/api/([\w/]+)$#', $path, $found) !== 1) {
            return $before;
        }
        $this->calls[] = $found[1];

        if (isset($this->answersToCalls[$found[1]])) {
            return self::document($this->answersToCalls[$found[1]], 200);
        }

        return $this->answer === null ? false : ($this->answer)($found[1]);
    }

    /** @return array<string, mixed> */
    private static function document(string $xml, int $status): array
    {
        return [
            'headers' => ['content-type' => 'text/xml'],
            'body' => $xml,
            'response' => ['code' => $status, 'message' => get_status_header_desc($status)],
            'cookies' => [],
            'filename' => null,
        ];
    }

    /** @param array<string, mixed> $body */
    public function control(string $deed, array $body): void
    {
        wp_remote_post(Site::simulator() . "/control/{$deed}", [
            'headers' => ['Content-Type' => 'application/json'],
            'body' => (string) wp_json_encode((object) $body),
        ]);
    }
}
