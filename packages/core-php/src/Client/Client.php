<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Request\RequestBuilder;
use Bluebridge\Core\Request\RequestTarget;
use Bluebridge\Core\Response\ItemStream;
use Closure;

/** Talks to one server over a transport. */
final class Client
{
    private readonly CallSender $sender;

    private readonly Retries $retries;

    private readonly StatusMemory $memory;

    private readonly CarefulWrites $writes;

    /**
     * @param RetryLimits $retries when reads are tried again; writes never are without a look at what they did
     * @param StatusCache|null $statusCache where answers about the state of a meeting are kept, the
     *     passwords of meetings among them
     * @param int $statusCacheMs how long such an answer may be given again; anything this client
     *     changes ends it at once
     * @param Closure(CallTrace): void|null $onCall is told of each request, without secrets
     */
    public function __construct(
        private readonly RequestTarget $server,
        Transport $transport,
        Timeouts $timeouts = new Timeouts(),
        RetryLimits $retries = new RetryLimits(),
        ?StatusCache $statusCache = null,
        int $statusCacheMs = 0,
        ?Closure $onCall = null,
        Time $time = new RealTime(),
    ) {
        $this->sender = new CallSender($transport, $timeouts, $time, $onCall);
        $this->retries = new Retries($retries, $time);
        $this->memory = new StatusMemory($statusCache, $statusCacheMs, $server->endpoint);
        $this->writes = new CarefulWrites($this->sender, $this->retries, $this->look(...));
    }

    /**
     * Sends a call and answers its reply. Reads are repeated when that may help. A lost answer to
     * `create` or `end` is replaced by a look at the meeting, where it tells enough.
     *
     * @param array<array-key, mixed> $params
     * @param mixed $body as `RequestBuilder` takes it
     * @return array<string, mixed> as `ResponseInterpreter` gives it
     * @throws BbbException with one of the closed codes; `invalid_params` and `not_supported` come
     *     before any request
     */
    public function call(string $name, array $params = [], mixed $body = null): array
    {
        $request = RequestBuilder::toSend($this->server, $name, $params, $body);
        if (Timeouts::isRead($name)) {
            $ask = fn (): Outcome => $this->tried($name, $request);

            return $this->memory->remember($name, $request, $ask)->replyOrThrow();
        }
        try {
            return $this->write($name, $params, $request)->replyOrThrow();
        } finally {
            // What was read before this change may be wrong now.
            $this->memory->forget();
        }
    }

    /**
     * Hands out the items of a list while they arrive.
     *
     * @param 'getMeetings'|'getRecordings' $name
     * @param array<array-key, mixed> $params
     * @throws BbbException `invalid_params` and `not_supported` at once; the stream throws every other code
     */
    public function stream(string $name, array $params = [], int $maxBytes = ItemStream::MAX_BYTES): CallStream
    {
        return new CallStream($this->sender, $name, RequestBuilder::build($this->server, $name, $params), $maxBytes);
    }

    /**
     * Hands out recordings one by one, page by page where the server knows pages.
     *
     * @param array<array-key, mixed> $filter parameters of `getRecordings`
     * @param int<1, 100> $pageSize
     * @return iterable<array<array-key, mixed>>
     * @throws BbbException while they are read
     */
    public function recordings(array $filter = [], int $pageSize = 100): iterable
    {
        if (!$this->server->dialect->has('supportsRecordingPaging')) {
            return $this->stream('getRecordings', $filter);
        }

        return RecordingPages::read(fn (array $page): array => $this->call('getRecordings', $page), $filter, $pageSize);
    }

    /**
     * Builds a signed URL of `join` for the browser of one participant.
     *
     * @param array<array-key, mixed> $params
     * @throws BbbException `invalid_params`
     */
    public function joinUrl(array $params): string
    {
        $request = RequestBuilder::build($this->server, 'join', $params);
        $this->sender->report('join', $request, 'handed_to_browser', $this->sender->time->now());

        return $request->url;
    }

    /** @param array<array-key, mixed> $params */
    private function write(string $name, array $params, HttpRequest $request): Outcome
    {
        return match ($name) {
            'create' => $this->writes->create($params, $request),
            'end' => $this->writes->end($params, $request),
            default => $this->sender->send($name, $request),
        };
    }

    private function look(string $meetingID): Outcome
    {
        $request = RequestBuilder::build($this->server, 'getMeetingInfo', ['meetingID' => $meetingID]);

        return $this->tried('getMeetingInfo', $request);
    }

    private function tried(string $name, HttpRequest $request): Outcome
    {
        return $this->retries->repeat(fn (): Outcome => $this->sender->send($name, $request));
    }
}
