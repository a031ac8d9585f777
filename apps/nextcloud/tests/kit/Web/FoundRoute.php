<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Web;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\Route;
use ReflectionMethod;

/** One address and the method behind it. */
final class FoundRoute
{
    /** @param array<string, string> $requirements */
    private function __construct(
        public readonly string $name,
        public readonly string $verb,
        public readonly string $path,
        public readonly ReflectionMethod $method,
        private readonly array $requirements,
    ) {
    }

    public static function of(ReflectionMethod $method, Route $route): self
    {
        $facts = $route->toArray();
        $base = $route instanceof ApiRoute ? '/ocs/v2.php/apps/bluebridge' : '/apps/bluebridge';
        $controller = str_replace('Controller', '', $method->getDeclaringClass()->getShortName());
        $parts = [$controller, $method->getName()];
        $words = array_map(strtolower(...), $parts);

        return new self(
            'bluebridge.' . implode('.', $words) . ($facts['postfix'] ?? ''),
            $facts['verb'],
            rtrim($base . $facts['url'], '/'),
            $method,
            $facts['requirements'] ?? [],
        );
    }

    /** @return array<string, string>|null what stands in the places of the path; null when it is another */
    public function match(string $path): ?array
    {
        $pattern = preg_replace_callback(
            '/\{(\w+)\}/',
            fn (array $found): string => "(?<{$found[1]}>" . ($this->requirements[$found[1]] ?? '[^/]+') . ')',
            $this->path,
        );
        if (preg_match("#^{$pattern}$#", rtrim($path, '/'), $found) !== 1) {
            return null;
        }

        return array_map(rawurldecode(...), array_filter($found, is_string(...), ARRAY_FILTER_USE_KEY));
    }

    /** @param array<string, mixed> $arguments */
    public function addressOf(array $arguments): string
    {
        $path = $this->path;
        foreach ($arguments as $name => $value) {
            $count = 0;
            $path = str_replace("{{$name}}", rawurlencode((string) $value), $path, $count);
            if ($count > 0) {
                unset($arguments[$name]);
            }
        }

        return $path . ($arguments === [] ? '' : '?' . http_build_query($arguments));
    }

    public function isOpenTo(string $attribute): bool
    {
        return $this->method->getAttributes($attribute) !== [];
    }
}
