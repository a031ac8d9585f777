<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Transport;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Request\HttpRequest;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Response\HttpResponse;

/** A transport that notes what time the server thinks it is. */
final class DateNotes implements Transport
{
    /** Epoch seconds; null while no answer has told. */
    public ?int $date = null;

    public function __construct(private readonly Transport $transport)
    {
    }

    public function send(HttpRequest $request, int $timeoutMs): HttpResponse
    {
        $response = $this->transport->send($request, $timeoutMs);
        $date = strtotime($response->headers['date'] ?? '');
        $this->date = $date === false ? null : $date;

        return $response;
    }
}
