<?php

declare(strict_types=1);

namespace OCP;

interface IL10N
{
    /** @param array<array-key, mixed>|mixed $parameters */
    public function t(string $text, $parameters = []): string;

    /** @param array<array-key, mixed> $parameters */
    public function n(string $text_singular, string $text_plural, int $count, array $parameters = []): string;

    /**
     * @param \DateTimeInterface|int|string $data
     * @param array<string, mixed> $options
     * @return string|int|false
     */
    public function l(string $type, $data, array $options = []);

    public function getLanguageCode(): string;

    public function getLocaleCode(): string;
}
