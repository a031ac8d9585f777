<?php

declare(strict_types=1);

namespace OCP\Http\Client;

interface IResponse
{
    /** @return null|resource|string */
    public function getBody();

    public function getStatusCode(): int;

    public function getHeader(string $key): string;

    /** @return array<string, list<string>> */
    public function getHeaders(): array;
}
