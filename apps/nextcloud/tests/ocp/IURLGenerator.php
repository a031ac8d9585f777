<?php

declare(strict_types=1);

namespace OCP;

interface IURLGenerator
{
    /** @param array<string, mixed> $arguments */
    public function linkToRoute(string $routeName, array $arguments = []): string;

    /** @param array<string, mixed> $arguments */
    public function linkToRouteAbsolute(string $routeName, array $arguments = []): string;

    /** @param array<string, mixed> $arguments */
    public function linkToOCSRouteAbsolute(string $routeName, array $arguments = []): string;

    public function imagePath(string $appName, string $file): string;

    public function getAbsoluteURL(string $url): string;

    public function getBaseUrl(): string;
}
