<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Response\HttpResponse;
use Bluebridge\Core\Response\ReplyText;

/** A transport over the curl extension. */
final class CurlTransport implements StreamingTransport
{
    public function __construct(private readonly int $maxBytes = ReplyText::MAX_BYTES)
    {
    }

    public function send(HttpRequest $request, int $timeoutMs): HttpResponse
    {
        $exchange = new CurlExchange($request, $timeoutMs, $timeoutMs);
        $exchange->awaitHead();
        $body = '';
        foreach ($exchange->body() as $part) {
            $body .= $part;
            if (strlen($body) > $this->maxBytes) {
                throw TransportFailure::tooLarge($this->maxBytes);
            }
        }

        return new HttpResponse($exchange->status(), $exchange->headers(), $body);
    }

    public function open(HttpRequest $request, int $silenceMs): StreamedResponse
    {
        $exchange = new CurlExchange($request, $silenceMs, 0);
        $exchange->awaitHead();

        return new StreamedResponse($exchange->status(), $exchange->headers(), $exchange->body());
    }
}
