<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\LostReason;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Transport;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\TransportFailure;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Request\HttpRequest;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Response\HttpResponse;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Response\ReplyText;
use OCP\Http\Client\IClientService;
use OCP\Http\Client\IResponse;
use OCP\Http\Client\LocalServerException;
use Throwable;

/** Sends requests by Nextcloud's HTTP client, which knows the proxy and the certificates. */
final class HostTransport implements Transport
{
    /** A server that is there accepts a connection in this time. */
    private const CONNECT_SECONDS = 2;

    /**
     * @param bool|null $allowsLocal whether private addresses may be asked; null for what the
     *     settings of the server say
     */
    public function __construct(
        private readonly IClientService $clients,
        private readonly ServerSettingsStore $settings,
        private readonly int $maxBytes = ReplyText::MAX_BYTES,
        private readonly ?bool $allowsLocal = null,
    ) {
    }

    /** Gives the same transport for a server that is not stored yet. */
    public function allowingLocal(bool $allowsLocal): self
    {
        return new self($this->clients, $this->settings, $this->maxBytes, $allowsLocal);
    }

    public function send(HttpRequest $request, int $timeoutMs): HttpResponse
    {
        $body = new CappedBody($this->maxBytes);
        try {
            $response = $this->clients->newClient()->request($request->method, $request->url, $this->options($request, $timeoutMs, $body));
        } catch (LocalServerException) {
            throw TransportFailure::lost(LostReason::Unreachable);
        } catch (Throwable $error) {
            if ($body->isTooLarge()) {
                throw TransportFailure::tooLarge($this->maxBytes);
            }
            // The words themselves may hold the signed URL and go no further.
            throw TransportFailure::lost(TransportFailure::reasonIn($error->getMessage()));
        }
        $body->addAll($response->getBody() ?? '');
        if ($body->isTooLarge()) {
            throw TransportFailure::tooLarge($this->maxBytes);
        }

        return new HttpResponse($response->getStatusCode(), self::headersOf($response), $body->text());
    }

    /** @return array<string, mixed> */
    private function options(HttpRequest $request, int $timeoutMs, CappedBody $body): array
    {
        return [
            'headers' => ['User-Agent' => 'Bluebridge'] + $request->headers,
            'connect_timeout' => min(self::CONNECT_SECONDS, $timeoutMs / 1000),
            'timeout' => $timeoutMs / 1000,
            'allow_redirects' => false,
            'http_errors' => false,
            'cookies' => false,
            'nextcloud' => ['allow_local_address' => $this->allowsLocal ?? $this->settings->allowsLocal($request->url)],
            // The checksum is of the bytes of the path, and a body that does not end must not be kept.
            'curl' => [CURLOPT_PATH_AS_IS => true, CURLOPT_WRITEFUNCTION => $body->write(...)],
        ] + ($request->body === null ? [] : ['body' => $request->body]);
    }

    /** @return array<string, string> */
    private static function headersOf(IResponse $response): array
    {
        $headers = [];
        foreach ($response->getHeaders() as $name => $values) {
            $headers[strtolower((string) $name)] = implode(', ', (array) $values);
        }

        return $headers;
    }
}
