<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Response\HttpResponse;
use Bluebridge\Core\Response\ReplyText;
use Generator;

/** A transport over PHP's own HTTP streams, for where curl is missing. */
final class StreamTransport implements StreamingTransport
{
    private const PART_BYTES = 64 * 1024;

    public function __construct(private readonly int $maxBytes = ReplyText::MAX_BYTES)
    {
    }

    public function send(HttpRequest $request, int $timeoutMs): HttpResponse
    {
        $deadline = self::now() + $timeoutMs;
        $stream = self::connect($request, $timeoutMs);
        [$status, $headers] = self::head($stream);
        $body = '';
        foreach (self::parts($stream, $headers, static fn (): float => $deadline) as $part) {
            $body .= $part;
            if (strlen($body) > $this->maxBytes) {
                throw TransportFailure::tooLarge($this->maxBytes);
            }
        }

        return new HttpResponse($status, $headers, $body);
    }

    public function open(HttpRequest $request, int $silenceMs): StreamedResponse
    {
        $stream = self::connect($request, $silenceMs);
        [$status, $headers] = self::head($stream);
        $deadline = static fn (): float => self::now() + $silenceMs;

        return new StreamedResponse($status, $headers, self::parts($stream, $headers, $deadline));
    }

    /** @return resource */
    private static function connect(HttpRequest $request, int $timeoutMs)
    {
        $headers = ['connection: close'];
        foreach ($request->headers as $name => $value) {
            $headers[] = "{$name}: {$value}";
        }
        $context = stream_context_create(['http' => [
            'method' => $request->method,
            'header' => $headers,
            'content' => $request->body ?? '',
            'protocol_version' => 1.1,
            'follow_location' => 0,
            'max_redirects' => 0,
            'ignore_errors' => true,
            'timeout' => $timeoutMs / 1000,
        ]]);
        $said = '';
        $started = self::now();
        set_error_handler(static function (int $_, string $message) use (&$said): bool {
            $said .= " {$message}";

            return true;
        });
        try {
            $stream = fopen($request->url, 'rb', false, $context);
        } finally {
            restore_error_handler();
        }
        if ($stream === false) {
            $isLate = self::now() - $started >= $timeoutMs;
            // The URL may hold any word.
            $words = str_replace($request->url, '', $said);
            throw TransportFailure::lost($isLate ? LostReason::TimedOut : TransportFailure::reasonIn($words));
        }

        return $stream;
    }

    /**
     * @param resource $stream
     * @return array{int, array<string, string>}
     */
    private static function head($stream): array
    {
        $lines = stream_get_meta_data($stream)['wrapper_data'] ?? [];
        $status = 0;
        $headers = [];
        foreach (is_array($lines) ? $lines : [] as $line) {
            $parts = explode(':', is_string($line) ? $line : '', 2);
            if (preg_match('~^HTTP/[\d.]+ (\d{3})~', $parts[0], $found) === 1) {
                $status = (int) $found[1];
                $headers = [];
            } elseif (isset($parts[1])) {
                $headers[strtolower(trim($parts[0]))] = trim($parts[1]);
            }
        }

        return [$status, $headers];
    }

    /**
     * @param resource $stream
     * @param array<string, string> $headers
     * @param callable(): float $deadline of the next part, on the clock of `now`
     * @return Generator<int, string>
     */
    private static function parts($stream, array $headers, callable $deadline): Generator
    {
        $length = isset($headers['transfer-encoding']) ? null : $headers['content-length'] ?? null;
        $size = 0;
        while (!feof($stream)) {
            $leftMs = (int) ceil($deadline() - self::now());
            if ($leftMs <= 0) {
                throw TransportFailure::lost(LostReason::TimedOut);
            }
            stream_set_timeout($stream, intdiv($leftMs, 1000), $leftMs % 1000 * 1000);
            $part = fread($stream, self::PART_BYTES);
            if ($part === false) {
                throw TransportFailure::lost(LostReason::Unreachable);
            }
            $isLate = stream_get_meta_data($stream)['timed_out'];
            $size += strlen($part);
            if ($part !== '') {
                yield $part;
            }
            if ($isLate) {
                throw TransportFailure::lost(LostReason::TimedOut);
            }
        }
        if ($length !== null && $size < (int) $length) {
            throw TransportFailure::lost(LostReason::Unreachable);
        }
    }

    private static function now(): float
    {
        return hrtime(true) / 1e6;
    }
}
