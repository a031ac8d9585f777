<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Web;

use OCP\IRequest;

/** The request that is being answered; each one replaces the last. */
final class SentRequest implements IRequest
{
    /** @var array<string, mixed> */
    private array $params = [];

    /** @var array<string, string> by their names in lower case */
    private array $headers = [];

    /** @var array<string, array{name: string, type: string, tmp_name: string, error: int, size: int}> */
    private array $files = [];

    private string $method = 'GET';

    private string $path = '/';

    private string $address = '203.0.113.7';

    /**
     * @param array<string, mixed> $params
     * @param array<string, string> $headers
     */
    public function become(string $method, string $path, array $params, array $headers): void
    {
        [$this->method, $this->path, $this->params] = [$method, $path, $params];
        $this->headers = array_change_key_case($headers);
    }

    /** Says where the next requests come from. */
    public function comeFrom(string $address): void
    {
        $this->address = $address;
    }

    /** Adds a file to the next request. */
    public function upload(string $key, string $name, string $content): void
    {
        $path = (string) tempnam(sys_get_temp_dir(), 'bluebridge-upload-');
        file_put_contents($path, $content);
        $this->files[$key] = ['name' => $name, 'type' => '', 'tmp_name' => $path, 'error' => UPLOAD_ERR_OK, 'size' => strlen($content)];
    }

    public function getHeader(string $name): string
    {
        return $this->headers[strtolower($name)] ?? '';
    }

    public function getParam(string $key, $default = null)
    {
        return $this->params[$key] ?? $default;
    }

    public function getParams(): array
    {
        return $this->params;
    }

    public function getMethod(): string
    {
        return $this->method;
    }

    public function getUploadedFile(string $key)
    {
        return $this->files[$key] ?? null;
    }

    public function getCookie(string $key)
    {
        return null;
    }

    public function passesCSRFCheck(): bool
    {
        return $this->getHeader('requesttoken') !== '' || $this->getHeader('OCS-APIRequest') === 'true';
    }

    public function getId(): string
    {
        return 'request';
    }

    public function getRemoteAddress(): string
    {
        return $this->address;
    }

    public function getServerProtocol(): string
    {
        return 'https';
    }

    public function getRequestUri(): string
    {
        return $this->path;
    }

    public function getPathInfo()
    {
        return str_replace('/ocs/v2.php', '', $this->path);
    }

    public function getServerHost(): string
    {
        return 'cloud.example.org';
    }

    public function getFormat(): ?string
    {
        return 'json';
    }
}
