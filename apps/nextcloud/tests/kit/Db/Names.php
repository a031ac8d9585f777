<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Db;

use Doctrine\DBAL\Connection as Doctrine;
use OCP\DB\QueryBuilder\ILiteral;
use OCP\DB\QueryBuilder\IParameter;
use OCP\DB\QueryBuilder\IQueryFunction;

/** Quotes the names of tables and columns. */
final class Names
{
    public function __construct(private readonly Doctrine $doctrine)
    {
    }

    /** Quotes a column, which an alias may precede and follow; pieces of SQL stay as they are. */
    public function column(mixed $column): string
    {
        if ($column instanceof IParameter || $column instanceof IQueryFunction || $column instanceof ILiteral) {
            return (string) $column;
        }
        [$name, $alias] = array_pad(preg_split('/\s+as\s+/i', (string) $column) ?: [], 2, null);
        $parts = array_map($this->quote(...), explode('.', (string) $name));

        return implode('.', $parts) . ($alias === null ? '' : ' AS ' . $this->quote($alias));
    }

    public function table(string $table): string
    {
        return $this->quote(Connection::PREFIX . $table);
    }

    private function quote(string $name): string
    {
        return $name === '*' ? $name : $this->doctrine->quoteIdentifier($name);
    }
}
