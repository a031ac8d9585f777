<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\Http\Client\IClient;
use OCP\Http\Client\IClientService;
use OCP\Http\Client\IResponse;
use RuntimeException;

/** The HTTP client of a server that sends what it likes, part by part, until it is told to stop. */
final class PouredOut implements IClientService, IClient
{
    /** @var list<array{method: string, url: string, options: array<string, mixed>}> */
    public array $asked = [];

    /** How many bytes were taken of those that came. */
    public int $taken = 0;

    /**
     * @param list<string> $parts that are written as curl writes them
     * @param array<string, list<string>> $headers
     * @param string|resource $body that is given in the end, as clients without curl do
     */
    public function __construct(
        private readonly int $status,
        private readonly array $parts,
        private readonly array $headers = [],
        private readonly mixed $body = '',
    ) {
    }

    public function newClient(): IClient
    {
        return $this;
    }

    public function get(string $uri, array $options = []): IResponse
    {
        return $this->request('GET', $uri, $options);
    }

    public function post(string $uri, array $options = []): IResponse
    {
        return $this->request('POST', $uri, $options);
    }

    public function request(string $method, string $uri, array $options = []): IResponse
    {
        $this->asked[] = ['method' => $method, 'url' => $uri, 'options' => $options];
        $handle = curl_init();
        foreach ($this->parts as $part) {
            $taken = $options['curl'][CURLOPT_WRITEFUNCTION]($handle, $part);
            $this->taken += $taken;
            if ($taken < strlen($part)) {
                throw new RuntimeException('cURL error 23: Failed writing received data to disk/application');
            }
        }

        return new HttpAnswer($this->status, $this->headers, $this->body);
    }
}
