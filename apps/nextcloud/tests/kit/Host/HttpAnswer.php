<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\Http\Client\IResponse;

/** What a server answered. */
final class HttpAnswer implements IResponse
{
    /**
     * @param array<string, list<string>> $headers by their names in lower case
     * @param string|resource $body
     */
    public function __construct(private readonly int $status, private readonly array $headers, private readonly mixed $body)
    {
    }

    public function getBody()
    {
        return $this->body;
    }

    public function getStatusCode(): int
    {
        return $this->status;
    }

    public function getHeader(string $key): string
    {
        return implode(', ', $this->headers[strtolower($key)] ?? []);
    }

    public function getHeaders(): array
    {
        return $this->headers;
    }
}
