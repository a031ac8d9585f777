<?php

declare(strict_types=1);

namespace OCP\DB;

interface IResult
{
    public function closeCursor(): bool;

    /** @return ($fetchMode is \PDO::FETCH_ASSOC ? array<string, mixed>|false : mixed) */
    public function fetch(int $fetchMode = \PDO::FETCH_ASSOC);

    /** @return ($fetchMode is \PDO::FETCH_ASSOC ? list<array<string, mixed>> : list<mixed>) */
    public function fetchAll(int $fetchMode = \PDO::FETCH_ASSOC): array;

    /** @return false|mixed */
    public function fetchOne();

    public function rowCount(): int;
}
