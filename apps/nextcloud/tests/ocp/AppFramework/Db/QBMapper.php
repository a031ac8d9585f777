<?php

declare(strict_types=1);

namespace OCP\AppFramework\Db;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\DB\Types;
use OCP\IDBConnection;

/** @template-covariant T of Entity */
abstract class QBMapper
{
    /** @var string */
    protected $tableName;

    /** @var class-string<T> */
    protected $entityClass;

    /** @var IDBConnection */
    protected $db;

    /** @param class-string<T> $entityClass */
    public function __construct(IDBConnection $db, string $tableName, ?string $entityClass = null)
    {
        $this->db = $db;
        $this->tableName = $tableName;
        $this->entityClass = $entityClass ?? str_replace('Mapper', '', static::class);
    }

    public function getTableName(): string
    {
        return $this->tableName;
    }

    /**
     * @param T $entity
     * @return T
     */
    public function delete(Entity $entity): Entity
    {
        $query = $this->db->getQueryBuilder();
        $query->delete($this->tableName)
            ->where($query->expr()->eq('id', $query->createNamedParameter($entity->getId(), IQueryBuilder::PARAM_INT)));
        $query->executeStatement();

        return $entity;
    }

    /**
     * @param T $entity
     * @return T
     */
    public function insert(Entity $entity): Entity
    {
        $query = $this->db->getQueryBuilder();
        $query->insert($this->tableName);
        foreach (array_keys($entity->getUpdatedFields()) as $property) {
            $value = $entity->{'get' . ucfirst($property)}();
            $type = $this->getParameterTypeForProperty($entity, $property);
            $query->setValue($entity->propertyToColumn($property), $query->createNamedParameter($value, $type));
        }
        $query->executeStatement();
        if ($entity->id === null) {
            $entity->setId($query->getLastInsertId());
        }
        $entity->resetUpdatedFields();

        return $entity;
    }

    /**
     * @param T $entity
     * @return T
     */
    public function update(Entity $entity): Entity
    {
        $properties = array_diff(array_keys($entity->getUpdatedFields()), ['id']);
        if ($properties === []) {
            return $entity;
        }
        $id = $entity->getId() ?? throw new \InvalidArgumentException('Entity which should be updated has no id');
        $query = $this->db->getQueryBuilder();
        $query->update($this->tableName);
        foreach ($properties as $property) {
            $value = $entity->{'get' . ucfirst($property)}();
            $type = $this->getParameterTypeForProperty($entity, $property);
            $query->set($entity->propertyToColumn($property), $query->createNamedParameter($value, $type));
        }
        $query->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
        $query->executeStatement();
        $entity->resetUpdatedFields();

        return $entity;
    }

    /** @return int|string */
    protected function getParameterTypeForProperty(Entity $entity, string $property)
    {
        return match ($entity->getFieldTypes()[$property] ?? Types::STRING) {
            Types::INTEGER, Types::BIGINT, Types::SMALLINT, 'int' => IQueryBuilder::PARAM_INT,
            Types::BOOLEAN, 'bool' => IQueryBuilder::PARAM_BOOL,
            Types::BLOB => IQueryBuilder::PARAM_LOB,
            Types::JSON => IQueryBuilder::PARAM_JSON,
            Types::DATETIME_IMMUTABLE => IQueryBuilder::PARAM_DATETIME_IMMUTABLE,
            default => IQueryBuilder::PARAM_STR,
        };
    }

    /** @return array<string, mixed> */
    protected function findOneQuery(IQueryBuilder $query): array
    {
        $result = $query->executeQuery();
        $row = $result->fetch();
        $second = $row === false ? false : $result->fetch();
        $result->closeCursor();
        if ($row === false) {
            throw new DoesNotExistException('Did expect one result but found none when executing: ' . $query->getSQL());
        }
        if ($second !== false) {
            throw new MultipleObjectsReturnedException('Did not expect more than one result when executing: ' . $query->getSQL());
        }

        return $row;
    }

    /**
     * @param array<string, mixed> $row
     * @return T
     */
    protected function mapRowToEntity(array $row): Entity
    {
        return $this->entityClass::fromRow($row);
    }

    /** @return list<T> */
    protected function findEntities(IQueryBuilder $query): array
    {
        return iterator_to_array($this->yieldEntities($query), false);
    }

    /** @return \Generator<int, T> */
    protected function yieldEntities(IQueryBuilder $query): \Generator
    {
        $result = $query->executeQuery();
        try {
            while (($row = $result->fetch()) !== false) {
                yield $this->mapRowToEntity($row);
            }
        } finally {
            $result->closeCursor();
        }
    }

    /** @return T */
    protected function findEntity(IQueryBuilder $query): Entity
    {
        return $this->mapRowToEntity($this->findOneQuery($query));
    }
}
