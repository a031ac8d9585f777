<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

use Bluebridge\Core\Response\ReplyText;
use SensitiveParameter;

/** What somebody pasted into the two fields, taken apart. */
final class Pasted
{
    private const INVISIBLE = '/[\x{200B}-\x{200F}\x{2060}\x{FEFF}\x{00AD}]/u';

    private const QUOTES_AROUND = '/^[\s"\'`´<([{«»„“”‚‘’]+|[\s"\'`´>)\]},;.«»“”‘’]+$/uD';

    private const URL_LABEL = '/^[\w ]*(?:url|endpoint)[\w ]*(?::\s+|\s*=\s*)(\S.*)$/i';

    private const SECRET_LABEL = '/^[\w ]*(?:secret|salt)[\w ]*(?::\s*|\s*=\s*)(\S+)/i';

    /**
     * @param non-empty-list<string> $origins to try, the next one only if nothing answers at the one
     *     before; all the same host
     * @param list<string> $paths that may be the endpoint's, the likeliest first; each starts and ends with `/`
     * @param string $secret without what copying added
     */
    private function __construct(
        public readonly array $origins,
        public readonly array $paths,
        #[SensitiveParameter] public readonly string $secret,
    ) {
    }

    /**
     * Reads endpoint and secret as people paste them; answers why when that is not possible.
     *
     * @param string $secret may be empty when the pasted text holds both, as `bbb-conf --secret` prints them
     */
    public static function read(string $endpoint, #[SensitiveParameter] string $secret): self|ProbeFailure
    {
        $lines = self::linesOf($endpoint);
        $mate = self::apiMateLink($lines);
        $text = $mate['server'] ?? self::addressIn($lines);
        if ($text === '') {
            return ProbeFailure::EndpointEmpty;
        }
        $cleanSecret = self::secretIn($secret, $lines) ?? $mate['sharedSecret'] ?? '';
        if (preg_match('~^https?:|/bigbluebutton\b~i', $cleanSecret) === 1) {
            return ProbeFailure::SecretLooksLikeUrl;
        }
        $address = self::readUrl($text);
        if ($address instanceof ProbeFailure) {
            return $address;
        }

        return $cleanSecret === ''
            ? ProbeFailure::SecretEmpty
            : new self(self::originsOf($address, $text), self::pathsOf($address->path), $cleanSecret);
    }

    /** @return list<string> */
    private static function linesOf(string $text): array
    {
        $visible = (string) preg_replace(self::INVISIBLE, '', $text);
        $parts = preg_split('/[\r\n]+|\s+(?=secret\s*[:=])/i', $visible);
        $lines = array_map(ReplyText::trim(...), $parts === false ? [] : $parts);

        return array_values(array_filter($lines, static fn (string $line): bool => $line !== ''));
    }

    /** @param list<string> $lines */
    private static function addressIn(array $lines): string
    {
        $line = $lines[0] ?? '';
        $isLabelled = false;
        foreach (array_reverse($lines) as $each) {
            if (preg_match(self::URL_LABEL, $each, $label) === 1) {
                [$line, $isLabelled] = [$label[1], true];
            } elseif (!$isLabelled && preg_match('/https?:/i', $each) === 1) {
                $line = $each;
            }
        }
        $words = preg_split('/\s+/', $line);
        foreach ($words === false ? [] : $words as $word) {
            if (preg_match('~[./]|localhost~i', $word) === 1) {
                return self::withoutQuotes($word);
            }
        }

        return self::withoutQuotes(implode('', $words === false ? [] : $words));
    }

    /** @param list<string> $lines */
    private static function secretIn(#[SensitiveParameter] string $secret, array $lines): ?string
    {
        $own = ReplyText::trim((string) preg_replace(self::INVISIBLE, '', $secret));
        foreach ($own === '' ? $lines : [$own] as $text) {
            $isLabelled = preg_match(self::SECRET_LABEL, $text, $label) === 1;
            if ($own !== '' || $isLabelled) {
                $clean = self::withoutQuotes($label[1] ?? $text);

                return $clean === '' ? null : $clean;
            }
        }

        return null;
    }

    private static function withoutQuotes(string $text): string
    {
        return (string) preg_replace(self::QUOTES_AROUND, '', $text);
    }

    /**
     * Reads the link to the API-Mate that `bbb-conf` prints: it names a third party's host; ours is inside.
     *
     * @param list<string> $lines
     * @return array{server?: string, sharedSecret?: string}
     */
    private static function apiMateLink(array $lines): array
    {
        foreach ($lines as $line) {
            if (preg_match('/\bapi-mate\b[^#\s]*#(\S+)/i', $line, $fragment) !== 1) {
                continue;
            }
            $values = [];
            foreach (explode('&', $fragment[1]) as $pair) {
                [$name, $value] = explode('=', $pair, 2) + ['', ''];
                $values += [urldecode($name) => urldecode($value)];
            }
            if (isset($values['server'])) {
                return ['server' => $values['server'], 'sharedSecret' => $values['sharedSecret'] ?? ''];
            }
        }

        return [];
    }

    private static function readUrl(string $text): Address|ProbeFailure
    {
        $scheme = preg_match('~^([a-z][a-z0-9+.-]*):/+~i', $text, $found) === 1 ? strtolower($found[1]) : 'https';
        if ($scheme !== 'http' && $scheme !== 'https') {
            return ProbeFailure::EndpointNotHttp;
        }
        $address = Address::parse("{$scheme}://" . preg_replace('~^(?:https?:?)?/+~i', '', $text));
        if ($address === null) {
            return ProbeFailure::EndpointUnreadable;
        }
        if ($address->hasUser) {
            return ProbeFailure::EndpointHasCredentials;
        }
        $isHost = $address->host === 'localhost' || strpbrk($address->host, '.:') !== false;

        return $isHost ? $address : ProbeFailure::EndpointUnreadable;
    }

    /** @return non-empty-list<string> */
    private static function originsOf(Address $address, string $text): array
    {
        if (preg_match('/^https:/i', $text) === 1) {
            return [$address->origin()];
        }
        $secure = $address->origin('https');
        $plain = $address->origin('http');

        return $address->scheme === 'http' ? [$plain, $secure] : [$secure, $plain];
    }

    /** @return list<string> */
    private static function pathsOf(string $pathname): array
    {
        $path = (string) preg_replace(['~/{2,}~', '~/$~D'], ['/', ''], $pathname);
        $isApi = preg_match('~^(.*?)/api(?:/[^/]*(?:/[^/]*)?)?$~D', $path, $api) === 1;
        $base = $isApi ? $api[1] : $path;
        $guesses = match (true) {
            preg_match('~^(.*?/(?:bigbluebutton|bbb-integration))(?:/|$)~iD', $base, $usual) === 1
                => [$usual[1], strtolower($usual[1])],
            $base === '' && $isApi => ['', '/bigbluebutton'],
            $base === '' => ['/bigbluebutton', '', '/de/bbb-integration'],
            preg_match('~^/[a-z]{2}$~D', $base) === 1 => ["{$base}/bbb-integration", "{$base}/bigbluebutton", '/bigbluebutton'],
            default => [$base, "{$base}/bigbluebutton", '/bigbluebutton'],
        };

        return array_values(array_unique(array_map(static fn (string $guess): string => "{$guess}/", $guesses)));
    }
}
