<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Response\HttpResponse;

/**
 * Sends one request as it is: same URL bytes, no redirects followed, no cookies, body capped.
 * Brought by each host; `TransportTestCase` in `testing/` says what it must do.
 */
interface Transport
{
    /**
     * @param int $timeoutMs for the whole answer
     * @throws BbbException `unreachable`, `timeout` or `bad_reply` (too large), nothing else; see
     *     `TransportFailure`
     */
    public function send(HttpRequest $request, int $timeoutMs): HttpResponse;
}
