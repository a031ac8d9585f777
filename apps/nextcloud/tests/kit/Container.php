<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit;

use LogicException;
use Psr\Container\ContainerInterface;
use ReflectionClass;
use ReflectionNamedType;
use ReflectionParameter;

/** Makes the app's objects by the types of their constructors, as Nextcloud does. */
final class Container implements ContainerInterface
{
    /** @var array<string, object> */
    private array $made = [];

    /** @var array<string, true> what belongs to the installation and outlives a request */
    private array $hosts = [];

    /** @var array<string, string> */
    private array $aliases = [];

    /** @param array<class-string, object> $host by the interfaces and the names of their classes */
    public function __construct(array $host)
    {
        foreach ($host + [ContainerInterface::class => $this] as $name => $object) {
            $this->made[$name] = $this->made[$object::class] = $object;
            $this->hosts[$name] = $this->hosts[$object::class] = true;
        }
    }

    public function alias(string $name, string $target): void
    {
        $this->aliases[$name] = $target;
    }

    /** Puts another object in a place, for the whole test. */
    public function put(string $name, object $object): void
    {
        $this->made[$name] = $object;
        $this->hosts[$name] = true;
    }

    /** Forgets the app's own objects: the next request is another process. */
    public function forgetApp(): void
    {
        $this->made = array_intersect_key($this->made, $this->hosts);
    }

    public function has(string $id): bool
    {
        return isset($this->made[$id]) || isset($this->aliases[$id]) || class_exists($id);
    }

    /**
     * @template T of object
     * @param class-string<T>|string $id
     * @return ($id is class-string<T> ? T : object)
     */
    public function get(string $id): object
    {
        return $this->made[$id] ??= isset($this->aliases[$id]) ? $this->get($this->aliases[$id]) : $this->make($id);
    }

    private function make(string $name): object
    {
        if (!class_exists($name)) {
            throw new LogicException("Nothing is known as {$name}.");
        }
        $class = new ReflectionClass($name);
        $parameters = $class->getConstructor()?->getParameters() ?? [];

        return $class->newInstanceArgs(array_map(fn (ReflectionParameter $parameter): mixed => $this->argument($name, $parameter), $parameters));
    }

    private function argument(string $class, ReflectionParameter $parameter): mixed
    {
        $type = $parameter->getType();
        if ($type instanceof ReflectionNamedType && !$type->isBuiltin() && $this->has($type->getName())) {
            return $this->get($type->getName());
        }

        return match (true) {
            $parameter->getName() === 'appName' => 'bluebridge',
            $parameter->isDefaultValueAvailable() => $parameter->getDefaultValue(),
            default => throw new LogicException("{$class} needs \${$parameter->getName()}, which nobody gives."),
        };
    }
}
