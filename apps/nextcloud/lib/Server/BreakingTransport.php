<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\LostReason;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Transport;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\TransportFailure;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Request\HttpRequest;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Response\HttpResponse;

/** Does not ask a server that has just left several requests without an answer. */
final class BreakingTransport implements Transport
{
    public function __construct(private readonly HostTransport $transport, private readonly Circuit $circuit)
    {
    }

    public function send(HttpRequest $request, int $timeoutMs): HttpResponse
    {
        $server = self::serverOf($request->url);
        if (!$this->circuit->lets($server)) {
            throw TransportFailure::lost(LostReason::Unreachable);
        }
        try {
            $response = $this->transport->send($request, $timeoutMs);
        } catch (BbbException $error) {
            if ($error->error !== BbbError::BadReply) {
                $this->circuit->lost($server);
            }
            throw $error;
        }
        $this->circuit->answered($server);

        return $response;
    }

    private static function serverOf(string $url): string
    {
        $parts = parse_url($url);

        return ($parts['scheme'] ?? '') . '://' . ($parts['host'] ?? '') . ':' . ($parts['port'] ?? '');
    }
}
