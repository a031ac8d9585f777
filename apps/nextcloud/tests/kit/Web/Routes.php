<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Web;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\Route;
use ReflectionAttribute;
use ReflectionClass;
use ReflectionMethod;

/** The routes that the attributes of the app's controllers declare. */
final class Routes
{
    /** @var list<FoundRoute> */
    private array $routes = [];

    public function __construct(string $folder, string $namespace)
    {
        foreach (glob("{$folder}/*.php") ?: [] as $file) {
            $class = $namespace . '\\' . basename($file, '.php');
            if (is_subclass_of($class, Controller::class)) {
                $this->addRoutesOf(new ReflectionClass($class));
            }
        }
    }

    /** @return list<FoundRoute> */
    public function all(): array
    {
        return $this->routes;
    }

    public function find(string $verb, string $path): ?FoundRoute
    {
        foreach ($this->routes as $route) {
            if ($route->verb === $verb && $route->match($path) !== null) {
                return $route;
            }
        }

        return null;
    }

    public function named(string $name): ?FoundRoute
    {
        foreach ($this->routes as $route) {
            if (strtolower($route->name) === strtolower($name)) {
                return $route;
            }
        }

        return null;
    }

    /** @param ReflectionClass<Controller> $class */
    private function addRoutesOf(ReflectionClass $class): void
    {
        foreach ($class->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
            foreach ($method->getAttributes(Route::class, ReflectionAttribute::IS_INSTANCEOF) as $attribute) {
                $this->routes[] = FoundRoute::of($method, $attribute->newInstance());
            }
        }
    }
}
