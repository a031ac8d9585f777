<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

/** An http(s) address, taken apart. */
final class Address
{
    private const PARTS = '~^(?<scheme>https?)://(?<user>[^/?\#@]*@)?(?<host>[^\s/?\#@:\[\]<>^|%\\\\]+|\[[0-9a-f:.]+\])'
        . '(?::(?<port>\d{1,5})?)?(?<path>/[^?\#\\\\]*)?(?:[?\#].*)?$~isuD';

    /** @param int|null $port null for the scheme's own */
    private function __construct(
        public readonly string $scheme,
        public readonly string $host,
        public readonly ?int $port,
        public readonly string $path,
        public readonly bool $hasUser,
    ) {
    }

    /** Reads an address; null for what is none. */
    public static function parse(string $text): ?self
    {
        if (preg_match(self::PARTS, $text, $parts) !== 1 || preg_match('~/\.{1,2}(?:/|$)~D', $parts['path'] ?? '') === 1) {
            return null;
        }
        $host = self::asciiHost($parts['host']);
        $scheme = strtolower($parts['scheme']);
        $port = (int) ($parts['port'] ?? 0);
        if ($host === null || $port > 65_535) {
            return null;
        }
        $ownPort = $port === 0 || $port === ($scheme === 'https' ? 443 : 80) ? null : $port;
        $path = (string) preg_replace_callback(
            '/[^\x21-\x7E]/',
            static fn (array $byte): string => rawurlencode($byte[0]),
            $parts['path'] ?? '/',
        );

        return new self($scheme, $host, $ownPort, $path, $parts['user'] !== '');
    }

    /** Reads where a redirect leads; null when that is no address. */
    public static function ofRedirect(string $location, string $from): ?self
    {
        $base = self::parse($from);

        return match (true) {
            $base === null || $location === '' => null,
            str_starts_with($location, '//') => self::parse("{$base->scheme}:{$location}"),
            preg_match('~^[a-z][a-z0-9+.-]*:~i', $location) === 1 => self::parse($location),
            default => $base,
        };
    }

    public function origin(?string $scheme = null): string
    {
        return ($scheme ?? $this->scheme) . '://' . $this->authority();
    }

    /** Gives the host, with its port where that is not the scheme's own. */
    public function authority(): string
    {
        return $this->host . ($this->port === null ? '' : ":{$this->port}");
    }

    private static function asciiHost(string $host): ?string
    {
        if (preg_match('/^[\x21-\x7E]+$/D', $host) === 1) {
            return strtolower($host);
        }
        $ascii = function_exists('idn_to_ascii') ? idn_to_ascii($host) : false;

        return $ascii === false ? null : $ascii;
    }
}
