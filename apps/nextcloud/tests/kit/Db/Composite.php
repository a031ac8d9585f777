<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Db;

use OCP\DB\QueryBuilder\ICompositeExpression;
use Stringable;

/** Conditions that hold together, or one of them. */
final class Composite implements ICompositeExpression, Stringable
{
    /** @param list<string> $parts */
    public function __construct(private readonly string $type, private readonly array $parts)
    {
    }

    public function count(): int
    {
        return count($this->parts);
    }

    public function getType(): string
    {
        return $this->type;
    }

    public function __toString(): string
    {
        return '(' . implode(") {$this->type} (", $this->parts) . ')';
    }
}
