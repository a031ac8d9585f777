<?php

declare(strict_types=1);

/*
 * A small HTTP server for tests of transports. It writes its port to stdout, answers each request
 * as the first part of its path says, and ends with its input.
 */

/** @return array{string, string}|null head and body, once a request is whole */
$requestIn = static function (string $bytes): ?array {
    [$head, $body] = explode("\r\n\r\n", $bytes, 2) + ['', null];
    if (str_starts_with($bytes, "\x16")) {
        // A greeting for TLS, which this server does not speak.
        return ['GET /error', ''];
    }
    preg_match('/^content-length: *(\d+)/mi', $head, $length);
    $isWhole = $body !== null && strlen($body) >= (int) ($length[1] ?? 0);

    return $isWhole ? [$head, $body] : null;
};

/** Gives what is sent for a request, and whether the connection stays open after it. */
$answerTo = static function (string $head, string $body): array {
    $seen = json_encode(['head' => $head, 'body' => base64_encode($body)], JSON_THROW_ON_ERROR);
    preg_match('~^\S+ /([a-z-]*)~', $head, $path);
    $whole = static fn (string $status, string $headers, string $content): array
        => ["HTTP/1.1 {$status}\r\n{$headers}content-length: " . strlen($content) . "\r\n\r\n{$content}", false];

    return match ($path[1] ?? '') {
        'bytes' => $whole('200 OK', "content-type: application/xml\r\nX-Odd: a:b\r\n", implode('', array_map(chr(...), range(0, 255)))),
        'error' => $whole('503 Busy', "retry-after: 7\r\n", 'busy'),
        'redirect' => $whole('302 Found', "location: /bytes\r\n", 'elsewhere'),
        'cookie' => $whole('200 OK', "set-cookie: a=b; path=/\r\n", $seen),
        'large' => $whole('200 OK', '', str_repeat('x', 5_000)),
        'chunked' => ["HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", false],
        'cut' => ["HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\nabc", false],
        'silent' => ['', true],
        'stuck' => ["HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\nabc", true],
        default => $whole('200 OK', '', $seen),
    };
};

$server = stream_socket_server('tcp://127.0.0.1:0');
if ($server === false) {
    exit(1);
}
echo parse_url('tcp://' . stream_socket_get_name($server, false), PHP_URL_PORT), "\n";
stream_set_blocking(STDIN, false);

$open = [];
$bytes = [];
while (true) {
    $ready = [STDIN, $server, ...$open];
    $write = $except = null;
    stream_select($ready, $write, $except, null);
    foreach ($ready as $stream) {
        if ($stream === STDIN) {
            exit(0);
        }
        if ($stream === $server) {
            $client = stream_socket_accept($server);
            if ($client !== false) {
                $open[(int) $client] = $client;
                $bytes[(int) $client] = '';
            }
            continue;
        }
        $id = (int) $stream;
        $part = fread($stream, 65_536);
        $isOver = $part === '' || $part === false;
        $bytes[$id] = ($bytes[$id] ?? '') . (string) $part;
        $request = $isOver ? null : $requestIn($bytes[$id]);
        if ($request !== null) {
            [$answer, $staysOpen] = $answerTo(...$request);
            fwrite($stream, $answer);
            $isOver = !$staysOpen;
            $bytes[$id] = '';
        }
        if ($isOver) {
            fclose($stream);
            unset($open[$id], $bytes[$id]);
        }
    }
}
