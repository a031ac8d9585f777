<?php

declare(strict_types=1);

namespace OCP\Http\Client;

interface IClient
{
    /** @param array<array-key, mixed> $options */
    public function get(string $uri, array $options = []): IResponse;

    /** @param array<array-key, mixed> $options */
    public function post(string $uri, array $options = []): IResponse;

    /** @param array<array-key, mixed> $options */
    public function request(string $method, string $uri, array $options = []): IResponse;
}
