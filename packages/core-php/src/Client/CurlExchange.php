<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Request\HttpRequest;
use CurlHandle;
use CurlMultiHandle;
use Generator;

/** One request and its answer over curl; what has come is taken part by part. */
final class CurlExchange
{
    private readonly CurlHandle $handle;

    private readonly CurlMultiHandle $multi;

    private int $status = 0;

    /** @var array<string, string> */
    private array $headers = [];

    private bool $hasHead = false;

    private bool $isDone = false;

    private string $arrived = '';

    private float $heardAt;

    /**
     * @param int $silenceMs how long the server may send nothing
     * @param int $timeoutMs for the whole answer; 0 for any time
     */
    public function __construct(HttpRequest $request, private readonly int $silenceMs, int $timeoutMs)
    {
        $handle = curl_init($request->url);
        if ($handle === false) {
            throw TransportFailure::lost(LostReason::Unreachable);
        }
        $this->handle = $handle;
        $headers = array_map(
            static fn (string $name, string $value): string => "{$name}: {$value}",
            array_keys($request->headers),
            $request->headers,
        );
        curl_setopt_array($this->handle, [
            CURLOPT_PATH_AS_IS => true,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_CUSTOMREQUEST => $request->method,
            // Without `Expect`, for which some servers let one wait.
            CURLOPT_HTTPHEADER => [...$headers, 'expect:'],
            CURLOPT_ENCODING => '',
            CURLOPT_CONNECTTIMEOUT_MS => $silenceMs,
            CURLOPT_TIMEOUT_MS => $timeoutMs,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_HEADERFUNCTION => fn (CurlHandle $_, string $line): int => $this->takeHeader($line),
            CURLOPT_WRITEFUNCTION => fn (CurlHandle $_, string $bytes): int => $this->takeBytes($bytes),
        ]);
        if ($request->body !== null) {
            curl_setopt($this->handle, CURLOPT_POSTFIELDS, $request->body);
        }
        $this->heardAt = self::now();
        $this->multi = curl_multi_init();
        curl_multi_add_handle($this->multi, $this->handle);
    }

    public function __destruct()
    {
        curl_multi_remove_handle($this->multi, $this->handle);
    }

    public function status(): int
    {
        return $this->status;
    }

    /** @return array<string, string> by their names in lower case */
    public function headers(): array
    {
        return $this->headers;
    }

    public function awaitHead(): void
    {
        while (!$this->hasHead && !$this->isDone) {
            $this->work();
        }
    }

    /** @return Generator<int, string> */
    public function body(): Generator
    {
        while (!$this->isDone || $this->arrived !== '') {
            if ($this->arrived !== '') {
                $part = $this->arrived;
                $this->arrived = '';
                yield $part;
                // Time spent on a part by the reader does not count as the server's.
                $this->heardAt = self::now();
            } else {
                $this->work();
            }
        }
    }

    private function work(): void
    {
        curl_multi_exec($this->multi, $active);
        $message = curl_multi_info_read($this->multi);
        if ($message !== false) {
            $this->isDone = true;
            $result = $message['result'] ?? CURLE_OK;
            if ($result !== CURLE_OK) {
                throw TransportFailure::lost(self::reasonOf(is_int($result) ? $result : 0));
            }
        } elseif ($this->arrived === '') {
            if (self::now() - $this->heardAt > $this->silenceMs) {
                throw TransportFailure::lost(LostReason::TimedOut);
            }
            curl_multi_select($this->multi, min(0.1, $this->silenceMs / 1000));
        }
    }

    private function takeHeader(string $line): int
    {
        $this->heardAt = self::now();
        $parts = explode(':', $line, 2);
        if (isset($parts[1])) {
            $this->headers[strtolower(trim($parts[0]))] = trim($parts[1]);
        } elseif (preg_match('~^HTTP/[\d.]+ (\d{3})~', $line, $found) === 1) {
            // Another head follows one of 1xx, and that of a proxy.
            $this->status = (int) $found[1];
            $this->headers = [];
        } elseif (trim($line) === '') {
            $this->hasHead = $this->status >= 200;
        }

        return strlen($line);
    }

    private function takeBytes(string $bytes): int
    {
        $this->heardAt = self::now();
        $this->hasHead = true;
        $this->arrived .= $bytes;

        return strlen($bytes);
    }

    private static function now(): float
    {
        return hrtime(true) / 1e6;
    }

    private static function reasonOf(int $code): LostReason
    {
        return match ($code) {
            CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY => LostReason::HostNotFound,
            CURLE_OPERATION_TIMEDOUT => LostReason::TimedOut,
            CURLE_SSL_CONNECT_ERROR => LostReason::TlsMissing,
            CURLE_SSL_PEER_CERTIFICATE, CURLE_SSL_CACERT_BADFILE => LostReason::TlsUntrusted,
            default => LostReason::Unreachable,
        };
    }
}
