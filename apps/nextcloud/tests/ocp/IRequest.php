<?php

declare(strict_types=1);

namespace OCP;

interface IRequest
{
    public function getHeader(string $name): string;

    /** @return mixed */
    public function getParam(string $key, $default = null);

    /** @return array<string, mixed> */
    public function getParams(): array;

    public function getMethod(): string;

    /** @return array{name: string, type: string, tmp_name: string, error: int, size: int}|null */
    public function getUploadedFile(string $key);

    /** @return mixed */
    public function getCookie(string $key);

    public function passesCSRFCheck(): bool;

    public function getId(): string;

    public function getRemoteAddress(): string;

    public function getServerProtocol(): string;

    public function getRequestUri(): string;

    /** @return string|false */
    public function getPathInfo();

    public function getServerHost(): string;

    public function getFormat(): ?string;
}
