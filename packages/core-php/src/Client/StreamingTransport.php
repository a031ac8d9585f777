<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Request\HttpRequest;

/** A transport that can hand a body out while it arrives. Without one, long lists are read whole. */
interface StreamingTransport extends Transport
{
    /**
     * Sends likewise, with the body uncapped. Leaving the body early ends the request.
     *
     * @param int $silenceMs how long the server may send nothing
     * @throws BbbException as `send`; the body throws the same
     */
    public function open(HttpRequest $request, int $silenceMs): StreamedResponse;
}
