<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Http;

/** An answer to a browser, as data. */
final class Answer
{
    /** @param array<string, string> $headers */
    private function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly string $body,
    ) {
    }

    public static function page(int $status, string $html): self
    {
        return new self($status, ['Content-Type' => 'text/html; charset=' . get_bloginfo('charset')], $html);
    }

    /** Gives what scripts read. */
    public static function json(int $status, string $json): self
    {
        return new self($status, [
            'Content-Type' => 'application/json; charset=UTF-8',
            'X-Content-Type-Options' => 'nosniff',
            'X-Robots-Tag' => 'noindex',
        ], $json);
    }

    /** Gives bytes that the browser must not take for anything else than they are said to be. */
    public static function file(string $type, string $bytes): self
    {
        return new self(200, [
            'Content-Type' => $type,
            'X-Content-Type-Options' => 'nosniff',
            'Content-Security-Policy' => "default-src 'none'; sandbox",
        ], $bytes);
    }

    /** Sends the browser somewhere else, with GET. The address is sent byte for byte. */
    public static function redirect(string $url): self
    {
        return new self(303, ['Location' => $url], '');
    }

    /** @param array<string, string> $headers */
    public function with(array $headers): self
    {
        return new self($this->status, $this->headers + $headers, $this->body);
    }

    /** Sends it. Not by `wp_redirect`, which spells addresses anew. */
    public function send(): void
    {
        // Plugins that keep pages ask for this constant, and not what the headers say. None of our answers is
        // for them: those for everybody are true for seconds.
        // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- the name is theirs
        defined('DONOTCACHEPAGE') || define('DONOTCACHEPAGE', true);
        status_header($this->status);
        foreach ($this->headers as $name => $value) {
            // With its status, because PHP would turn a redirect into a 302.
            header("{$name}: {$value}", true, $this->status);
        }
        // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- templates escape what they write
        echo $this->body;
    }
}
