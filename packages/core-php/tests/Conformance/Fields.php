<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use UnexpectedValueException;

/** The members of a JSON object of a vector, read by the type they must have. */
final class Fields
{
    /** @param array<array-key, mixed> $values */
    public function __construct(private readonly array $values)
    {
    }

    public function has(string $name): bool
    {
        return array_key_exists($name, $this->values);
    }

    /** @return array<array-key, mixed> every member as it is */
    public function all(): array
    {
        return $this->values;
    }

    public function value(string $name): mixed
    {
        return $this->values[$name] ?? null;
    }

    public function text(string $name): string
    {
        return $this->optionalText($name) ?? throw $this->missing($name, 'text');
    }

    public function optionalText(string $name): ?string
    {
        $value = $this->value($name);
        return $value === null || is_string($value) ? $value : throw $this->missing($name, 'text');
    }

    public function integer(string $name): int
    {
        $value = $this->value($name);
        return is_int($value) ? $value : throw $this->missing($name, 'integer');
    }

    public function boolean(string $name): bool
    {
        $value = $this->value($name);
        return is_bool($value) ? $value : throw $this->missing($name, 'boolean');
    }

    /** Gives the members of an inner object; none when it is absent. */
    public function fields(string $name): self
    {
        return new self($this->map($name));
    }

    /** @return array<string, mixed> an inner object; empty when it is absent */
    public function map(string $name): array
    {
        $map = [];
        foreach ($this->arrayNamed($name) as $key => $value) {
            $map[(string) $key] = $value;
        }

        return $map;
    }

    /** @return list<mixed> a list; empty when it is absent */
    public function list(string $name): array
    {
        $value = $this->arrayNamed($name);
        return array_is_list($value) ? $value : throw $this->missing($name, 'list');
    }

    /** @return list<self> a list of objects; empty when it is absent */
    public function objects(string $name): array
    {
        return array_map(
            fn (mixed $each): self => is_array($each) ? new self($each) : throw $this->missing($name, 'list of objects'),
            $this->list($name),
        );
    }

    /** @return array<array-key, mixed> */
    private function arrayNamed(string $name): array
    {
        $value = $this->value($name) ?? [];
        return is_array($value) ? $value : throw $this->missing($name, 'object or list');
    }

    private function missing(string $name, string $type): UnexpectedValueException
    {
        return new UnexpectedValueException("The vector has no {$type} \"{$name}\".");
    }
}
