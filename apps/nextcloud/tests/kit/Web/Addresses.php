<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Web;

use LogicException;
use OCP\IURLGenerator;

/** Addresses of an installation, by the names of the routes. */
final class Addresses implements IURLGenerator
{
    public function __construct(private readonly Routes $routes)
    {
    }

    public function linkToRoute(string $routeName, array $arguments = []): string
    {
        if ($routeName === 'core.login.showLoginForm') {
            return '/login?' . http_build_query($arguments);
        }
        $route = $this->routes->named($routeName) ?? throw new LogicException("There is no route {$routeName}.");

        return $route->addressOf($arguments);
    }

    public function linkToRouteAbsolute(string $routeName, array $arguments = []): string
    {
        return $this->getAbsoluteURL($this->linkToRoute($routeName, $arguments));
    }

    public function linkToOCSRouteAbsolute(string $routeName, array $arguments = []): string
    {
        return $this->linkToRouteAbsolute($routeName, $arguments);
    }

    public function imagePath(string $appName, string $file): string
    {
        return "/apps/{$appName}/img/{$file}";
    }

    public function getAbsoluteURL(string $url): string
    {
        return 'https://cloud.example.org' . $url;
    }

    public function getBaseUrl(): string
    {
        return 'https://cloud.example.org';
    }
}
