<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use Closure;
use OCP\Http\Client\IClient;
use OCP\Http\Client\IClientService;
use OCP\Http\Client\IResponse;
use OCP\Http\Client\LocalServerException;
use RuntimeException;

/** Sends requests with curl, and like Nextcloud none to this machine unless it was allowed. */
final class HttpClient implements IClientService, IClient
{
    /** @var list<array{method: string, url: string, options: array<array-key, mixed>}> */
    private array $sent = [];

    private bool $isLocalAllowed = false;

    public function allowLocal(bool $isAllowed = true): void
    {
        $this->isLocalAllowed = $isAllowed;
    }

    /** @return list<array{method: string, url: string, options: array<array-key, mixed>}> */
    public function sent(): array
    {
        return $this->sent;
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
        $this->sent[] = ['method' => $method, 'url' => $uri, 'options' => $options];
        $allowed = $this->isLocalAllowed || ($options['nextcloud']['allow_local_address'] ?? false);
        if (!$allowed && preg_match('~^https?://(127\.|localhost|\[::1\]|10\.|192\.168\.)~', $uri) === 1) {
            throw new LocalServerException('Host violates local access rules');
        }
        $headers = [];
        $handle = curl_init($uri);
        $given = array_filter($options['curl'] ?? [], static fn (mixed $value): bool => !$value instanceof Closure);
        $body = '';
        curl_setopt_array($handle, $given + [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => self::headerLines($options['headers'] ?? []),
            CURLOPT_CONNECTTIMEOUT_MS => (int) (1000 * ($options['connect_timeout'] ?? 30)),
            CURLOPT_TIMEOUT_MS => (int) (1000 * ($options['timeout'] ?? 30)),
            CURLOPT_HEADERFUNCTION => static function ($handle, string $line) use (&$headers): int {
                [$name, $value] = array_pad(explode(':', $line, 2), 2, '');
                $headers[strtolower(trim($name))][] = trim($value);

                return strlen($line);
            },
        ]);
        if (isset($options['body'])) {
            curl_setopt($handle, CURLOPT_POSTFIELDS, $options['body']);
        }
        $own = $options['curl'][CURLOPT_WRITEFUNCTION] ?? null;
        curl_setopt($handle, CURLOPT_WRITEFUNCTION, $own ?? static function ($handle, string $part) use (&$body): int {
            $body .= $part;

            return strlen($part);
        });
        if (curl_exec($handle) === false) {
            throw new RuntimeException('cURL error ' . curl_errno($handle) . ': ' . curl_error($handle));
        }

        return new HttpAnswer((int) curl_getinfo($handle, CURLINFO_RESPONSE_CODE), $headers, $body);
    }

    /**
     * @param array<string, string|list<string>> $headers
     * @return list<string>
     */
    private static function headerLines(array $headers): array
    {
        $lines = [];
        foreach ($headers as $name => $values) {
            foreach ((array) $values as $value) {
                $lines[] = "{$name}: {$value}";
            }
        }

        return $lines;
    }
}
