<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\Http\Client\IClient;
use OCP\Http\Client\IClientService;
use OCP\Http\Client\IResponse;

/** The HTTP client, for which each recording is a file that is handed out. */
final class HandedOut implements IClientService, IClient
{
    /** @var list<array<array-key, mixed>> the options of each request for a file */
    public array $asked = [];

    /** @param int|null $length that is announced; null for the true one */
    public function __construct(
        private readonly HttpClient $client,
        private readonly string $kind,
        private readonly string $content,
        private readonly ?int $length = null,
    ) {
    }

    public function newClient(): IClient
    {
        return $this;
    }

    public function get(string $uri, array $options = []): IResponse
    {
        $this->asked[] = $options;
        $headers = ['content-type' => [$this->kind], 'content-length' => [(string) ($this->length ?? strlen($this->content))]];

        return new HttpAnswer(200, $headers, $this->content);
    }

    public function post(string $uri, array $options = []): IResponse
    {
        return $this->client->post($uri, $options);
    }

    public function request(string $method, string $uri, array $options = []): IResponse
    {
        return $this->client->request($method, $uri, $options);
    }
}
