<?php

declare(strict_types=1);

namespace OCP\SetupCheck;

class SetupResult
{
    public const SUCCESS = 'success';
    public const INFO = 'info';
    public const WARNING = 'warning';
    public const ERROR = 'error';

    private function __construct(
        private string $severity,
        private ?string $description = null,
    ) {
    }

    /** @param array<string, mixed>|null $descriptionParameters */
    public static function success(?string $description = null, ?string $linkToDoc = null, ?array $descriptionParameters = null): self
    {
        return new self(self::SUCCESS, $description);
    }

    /** @param array<string, mixed>|null $descriptionParameters */
    public static function info(?string $description = null, ?string $linkToDoc = null, ?array $descriptionParameters = null): self
    {
        return new self(self::INFO, $description);
    }

    /** @param array<string, mixed>|null $descriptionParameters */
    public static function warning(?string $description = null, ?string $linkToDoc = null, ?array $descriptionParameters = null): self
    {
        return new self(self::WARNING, $description);
    }

    /** @param array<string, mixed>|null $descriptionParameters */
    public static function error(?string $description = null, ?string $linkToDoc = null, ?array $descriptionParameters = null): self
    {
        return new self(self::ERROR, $description);
    }

    public function getSeverity(): string
    {
        return $this->severity;
    }

    public function getDescription(): ?string
    {
        return $this->description;
    }
}
