<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests;

use Closure;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Transport;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\LostReason;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\TransportFailure;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Request\HttpRequest;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Response\HttpResponse;

/** Sends requests to the server, unless a test says what is answered in its place. */
final class AnsweringTransport implements Transport
{
    /** @var array<string, Closure(Closure(): HttpResponse): HttpResponse> by the names of calls */
    private array $answers = [];

    /** @var array<string, Closure(): void> by the names of calls */
    private array $befores = [];

    /** @var list<string> names of calls so far */
    public array $calls = [];

    /** @var array<string, int> how long each call might last take, in ms */
    public array $limits = [];

    public function __construct(private readonly Transport $server)
    {
    }

    /** Answers a call with a document. */
    public function answer(string $call, string $xml): void
    {
        $this->answers[$call] = static fn (): HttpResponse => new HttpResponse(200, ['content-type' => 'text/xml'], $xml);
    }

    /** Lets the server do what a call asks, and the answer get lost. */
    public function lose(string $call): void
    {
        $this->answers[$call] = static function (Closure $send): HttpResponse {
            $send();
            throw TransportFailure::lost(LostReason::TimedOut);
        };
    }

    /**
     * Lets something happen before a call is sent.
     *
     * @param Closure(): void $work
     */
    public function before(string $call, Closure $work): void
    {
        $this->befores[$call] = $work;
    }

    /** Lets the server answer again. */
    public function recover(): void
    {
        $this->answers = $this->befores = [];
    }

    public function send(HttpRequest $request, int $timeoutMs): HttpResponse
    {
        preg_match('~/api/([\w/]+)(?:\?|$)~', $request->url, $found);
        $this->calls[] = $call = $found[1] ?? '';
        $this->limits[$call] = $timeoutMs;
        ($this->befores[$call] ?? static function (): void {
        })();
        $send = fn (): HttpResponse => $this->server->send($request, $timeoutMs);
        $answer = $this->answers[$call] ?? $this->answers['*'] ?? null;

        return $answer === null ? $send() : $answer($send);
    }
}
