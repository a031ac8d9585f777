<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Hooks;

use OCP\IRequest;

/** A call of a meeting server as it came in: what is signed are the bytes, not what was made of them. */
class ReceivedRequest
{
    /** Longer than any event. */
    private const MOST_BYTES = 1_048_576;

    public function __construct(private readonly IRequest $request)
    {
    }

    public function body(): string
    {
        return (string) file_get_contents('php://input', length: self::MOST_BYTES);
    }

    /** Gives the query of the address, from its `?` on. */
    public function query(): string
    {
        return '?' . (string) parse_url($this->request->getRequestUri(), PHP_URL_QUERY);
    }

    public function authorization(): ?string
    {
        $header = $this->request->getHeader('Authorization');

        return $header === '' ? null : $header;
    }
}
