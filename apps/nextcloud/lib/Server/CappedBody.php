<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use CurlHandle;

/** A body as it arrives, up to a size. */
final class CappedBody
{
    private string $text = '';

    private bool $isTooLarge = false;

    public function __construct(private readonly int $maxBytes)
    {
    }

    /** Takes a part, as curl hands it over. Fewer bytes than there are end the transfer. */
    public function write(CurlHandle $handle, string $part): int
    {
        return $this->add($part) ? strlen($part) : 0;
    }

    /**
     * Takes what a client gives that does not use curl.
     *
     * @param string|resource $body
     */
    public function addAll(mixed $body): void
    {
        if (is_string($body)) {
            $this->add($body);

            return;
        }
        while (is_resource($body) && !feof($body)) {
            $part = fread($body, 65_536);
            if ($part === false || !$this->add($part)) {
                return;
            }
        }
    }

    public function text(): string
    {
        return $this->text;
    }

    public function isTooLarge(): bool
    {
        return $this->isTooLarge;
    }

    private function add(string $part): bool
    {
        if (strlen($this->text) + strlen($part) > $this->maxBytes) {
            $this->isTooLarge = true;
            $this->text = '';

            return false;
        }
        $this->text .= $part;

        return true;
    }
}
