<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Recording;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCP\Http\Client\IClientService;
use OCP\Http\Client\IResponse;
use Throwable;

/** Films and sounds of recordings, as meeting servers hand them out. */
class RecordingFiles
{
    /** What is larger is left where it is, and linked. */
    private const MOST_BYTES = 2_000_000_000;

    private const CONNECT_SECONDS = 2;

    private const READ_SECONDS = 600;

    /** What somebody waits for, while the web server does nothing else. */
    private const SMALL_BYTES = 10_000_000;

    private const PATIENCE_SECONDS = 20;

    /** Kinds of files that are saved, with the ending of their name. Pages are not. */
    private const KINDS = [
        'video/mp4' => 'mp4', 'video/x-m4v' => 'm4v', 'video/webm' => 'webm', 'audio/ogg' => 'ogg', 'application/ogg' => 'ogg',
        'audio/mpeg' => 'mp3', 'audio/mp4' => 'm4a', 'application/pdf' => 'pdf',
    ];

    public function __construct(
        private readonly IClientService $clients,
        private readonly ServerSettingsStore $servers,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Asks for the file; null where nobody gives one. Where the server leads elsewhere nobody follows: it
     * may be trusted with addresses of this network, and what it names may not.
     *
     * @param bool $isWaitedFor whether somebody waits for the answer
     */
    public function fetch(string $url, bool $isWaitedFor): ?IResponse
    {
        try {
            return $this->clients->newClient()->get($url, [
                'stream' => true,
                'connect_timeout' => self::CONNECT_SECONDS,
                'timeout' => $isWaitedFor ? self::PATIENCE_SECONDS : self::READ_SECONDS,
                'allow_redirects' => false,
                'nextcloud' => ['allow_local_address' => $this->isOfLocalServer($url)],
            ]);
        } catch (Throwable) {
            return null;
        }
    }

    /** Gives the ending of the name of what a server hands out; null for what is no file to save. */
    public function endingOf(IResponse $response): ?string
    {
        $kind = strtolower(trim(explode(';', $response->getHeader('Content-Type'))[0]));
        $length = $response->getHeader('Content-Length');
        $isSaved = $response->getStatusCode() === 200 && is_numeric($length) && (int) $length <= self::MOST_BYTES;

        return $isSaved ? self::KINDS[$kind] ?? null : null;
    }

    /**
     * Takes what is there within a moment; null for what is too large or too slow.
     *
     * @return string|resource|null
     */
    public function soon(IResponse $response): mixed
    {
        $body = (int) $response->getHeader('Content-Length') > self::SMALL_BYTES ? null : $response->getBody();
        $copy = is_resource($body) ? fopen('php://temp', 'w+b') : false;
        if (!is_resource($body) || $copy === false) {
            return $body;
        }
        $until = $this->clock->now() + 1_000 * self::PATIENCE_SECONDS;
        while (!feof($body)) {
            stream_copy_to_stream($body, $copy, 65_536);
            if ($this->clock->now() > $until) {
                return null;
            }
        }
        rewind($copy);

        return $copy;
    }

    /** Recordings are often beside the API of their server, and not below its path. */
    private function isOfLocalServer(string $url): bool
    {
        foreach ($this->servers->all() as $settings) {
            if ($settings->allowsLocal && self::serverIn($settings->endpoint) === self::serverIn($url)) {
                return true;
            }
        }

        return false;
    }

    /** @return array{string, int} the machine that an address names, and its port */
    private static function serverIn(string $url): array
    {
        $parts = parse_url($url);
        $parts = is_array($parts) ? $parts : [];
        $usual = strtolower($parts['scheme'] ?? '') === 'http' ? 80 : 443;

        return [strtolower($parts['host'] ?? ''), $parts['port'] ?? $usual];
    }
}
