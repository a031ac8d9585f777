<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Dialects\Dialect;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Request\RequestTarget;
use SensitiveParameter;

/** One BBB-compatible installation: endpoint, secret and dialect. */
final class Server
{
    private const URL = '~^(?<scheme>[a-z][a-z0-9+.-]*)://(?<user>[^/?\#@]*@)?'
        . '(?<host>[^/?\#@:\[\]\s]+|\[[0-9a-f:.]+\])(?::(?<port>\d{1,5}))?(?<path>/[^?\#\x00-\x1F\x7F\\\\]*)?(?<rest>[?\#].+)?$~isuD';

    private const DEFAULT_PORTS = ['http' => 80, 'https' => 443];

    /**
     * Makes what a request needs of settings as an administrator typed them. The endpoint may end
     * in `/`, in `/api` or in neither.
     *
     * @throws BbbException `not_configured` with a sentence that names what is wrong; the secret is
     *     never part of it
     */
    public static function from(
        string $endpoint,
        #[SensitiveParameter] string $secret,
        string $dialect = 'bigbluebutton',
    ): RequestTarget {
        if (preg_match(self::URL, trim($endpoint), $url) !== 1 || self::hasDotSegment($url['path'] ?? '')) {
            throw BbbException::notConfigured('the endpoint is not a URL such as https://host/bigbluebutton/');
        }
        $scheme = strtolower($url['scheme']);
        if (!isset(self::DEFAULT_PORTS[$scheme])) {
            throw BbbException::notConfigured('the endpoint must start with https:// or http://');
        }
        if ($url['user'] !== '' || ($url['rest'] ?? '') !== '') {
            throw BbbException::notConfigured('the endpoint must not hold a user, a query or a fragment');
        }
        if (trim($secret) === '') {
            throw BbbException::notConfigured('the shared secret is empty');
        }
        $port = (int) ($url['port'] ?? 0);
        $origin = "{$scheme}://" . self::hostOf($url['host'])
            . ($port === 0 || $port === self::DEFAULT_PORTS[$scheme] ? '' : ":{$port}");
        $path = (string) preg_replace('~(?:/api)?$~D', '', rtrim($url['path'] ?? '', '/'));

        return new RequestTarget($origin . self::encodePath($path) . '/', trim($secret), Dialect::named($dialect));
    }

    /** A path that climbs would be another one for a proxy than for the server. */
    private static function hasDotSegment(string $path): bool
    {
        return preg_match('~/(?:\.|%2e){1,2}(?:/|$)~iD', $path) === 1;
    }

    private static function hostOf(string $host): string
    {
        if (preg_match('/^[\x21-\x7E]+$/D', $host) === 1) {
            return strtolower($host);
        }
        $ascii = function_exists('idn_to_ascii') ? idn_to_ascii($host) : false;
        if ($ascii === false) {
            throw BbbException::notConfigured('the host of the endpoint must be written in its xn-- form');
        }

        return $ascii;
    }

    /** Encodes what a URL parser would encode, and nothing that is encoded already. */
    private static function encodePath(string $path): string
    {
        return (string) preg_replace_callback(
            '/[^\x21\x24-\x3B\x3D\x40-\x5D\x5F\x61-\x7A|~]/',
            static fn (array $character): string => rawurlencode($character[0]),
            $path,
        );
    }
}
