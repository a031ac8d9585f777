<?php

declare(strict_types=1);

namespace OCP\AppFramework\Db;

use BadFunctionCallException;
use OCP\DB\Types;

/**
 * A row as an object; its getters and setters are found by the names of its properties.
 *
 * @method int getId()
 * @method void setId(int $id)
 */
abstract class Entity
{
    /** @var int|null */
    public $id;

    /** @var array<string, true> */
    private array $changed = [];

    /** @var array<string, string> */
    private array $types = ['id' => 'integer'];

    /** @param array<string, mixed> $row */
    public static function fromRow(array $row): static
    {
        $entity = new static();
        foreach ($row as $column => $value) {
            $property = $entity->columnToProperty($column);
            $entity->setter($property, [$value]);
        }
        $entity->resetUpdatedFields();

        return $entity;
    }

    /** @return array<string, string> */
    public function getFieldTypes(): array
    {
        return $this->types;
    }

    public function resetUpdatedFields(): void
    {
        $this->changed = [];
    }

    /** @return array<string, true> */
    public function getUpdatedFields(): array
    {
        return $this->changed;
    }

    /**
     * @param list<mixed> $args
     * @return mixed
     */
    public function __call(string $methodName, array $args)
    {
        $property = lcfirst(substr($methodName, str_starts_with($methodName, 'is') ? 2 : 3));

        return match (true) {
            str_starts_with($methodName, 'set') => $this->setter($property, $args),
            str_starts_with($methodName, 'get') => $this->getter($property),
            str_starts_with($methodName, 'is') && in_array($this->types[$property] ?? '', ['bool', 'boolean'], true) => $this->getter($property),
            default => throw new BadFunctionCallException("{$methodName} does not exist"),
        };
    }

    /** @param list<mixed> $args */
    protected function setter(string $name, array $args): void
    {
        $this->assertProperty($name);
        $value = $args[0];
        // As in Nextcloud, what stays the same is not written again.
        if ($value === $this->{$name}) {
            return;
        }
        $this->markFieldUpdated($name);
        $this->{$name} = $value === null ? null : self::cast($value, $this->types[$name] ?? '');
    }

    /** @return mixed */
    protected function getter(string $name): mixed
    {
        $this->assertProperty($name);

        return $this->{$name};
    }

    protected function markFieldUpdated(string $attribute): void
    {
        $this->changed[$attribute] = true;
    }

    protected function addType(string $fieldName, string $type): void
    {
        $this->types[$fieldName] = $type;
    }

    /** @return string */
    public function columnToProperty(string $columnName)
    {
        return lcfirst(str_replace('_', '', ucwords($columnName, '_')));
    }

    public function propertyToColumn(string $property): string
    {
        return strtolower((string) preg_replace('/[A-Z]/', '_$0', $property));
    }

    private function assertProperty(string $name): void
    {
        if (!property_exists($this, $name)) {
            throw new BadFunctionCallException("{$name} is not a valid attribute");
        }
    }

    private static function cast(mixed $value, string $type): mixed
    {
        return match ($type) {
            Types::INTEGER, Types::BIGINT, Types::SMALLINT, 'int' => (int) $value,
            Types::BOOLEAN, 'bool' => (bool) $value,
            Types::FLOAT => (float) $value,
            Types::STRING, Types::TEXT => (string) $value,
            Types::JSON => is_array($value) ? $value : json_decode((string) $value, true),
            Types::DATETIME_IMMUTABLE => $value instanceof \DateTimeImmutable ? $value : new \DateTimeImmutable((string) $value),
            default => $value,
        };
    }
}
