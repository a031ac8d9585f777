<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Response\ItemStream;
use Generator;
use IteratorAggregate;
use Throwable;

/**
 * The items of a list call, handed out as they arrive; see `ItemStream`. The request goes out when
 * reading starts, and leaving the loop early ends it. To be read once.
 *
 * @implements IteratorAggregate<int, array<string, mixed>>
 */
final class CallStream implements IteratorAggregate
{
    private ?ItemStream $items = null;

    public function __construct(
        private readonly CallSender $sender,
        private readonly string $name,
        private readonly HttpRequest $request,
        private readonly int $maxBytes,
    ) {
    }

    /**
     * Gives the other fields, such as `totalElements`; null until the last item has been read.
     *
     * @return array<string, mixed>|null
     */
    public function rest(): ?array
    {
        return $this->items?->rest();
    }

    /**
     * @return Generator<int, array<string, mixed>>
     * @throws BbbException the code of whatever broke the stream; its items do not count then
     */
    public function getIterator(): Generator
    {
        $started = $this->sender->time->now();
        $status = null;
        $outcome = 'left_early';
        try {
            $response = $this->open();
            $status = $response->status;
            $this->items = new ItemStream($this->name, $response->body, $status, $this->maxBytes);
            yield from $this->items;
            $key = $this->rest()['messageKey'] ?? null;
            $outcome = is_string($key) ? $key : 'SUCCESS';
        } catch (Throwable $error) {
            $failure = CallSender::named($this->name, $error);
            $outcome = $failure->messageKey ?? $failure->error->value;
            throw $failure;
        } finally {
            $this->sender->report($this->name, $this->request, $outcome, $started, $status);
        }
    }

    private function open(): StreamedResponse
    {
        $transport = $this->sender->transport;
        $limit = $this->sender->timeouts->of($this->name);
        if ($transport instanceof StreamingTransport) {
            return $transport->open($this->request, $limit);
        }
        $whole = $transport->send($this->request, $limit);

        return new StreamedResponse($whole->status, $whole->headers, [$whole->body]);
    }
}
