<?php

declare(strict_types=1);

namespace OCP\DB;

final class Types
{
    public const BIGINT = 'bigint';
    public const BLOB = 'blob';
    public const BOOLEAN = 'boolean';
    public const DATETIME = 'datetime';
    public const DATETIME_IMMUTABLE = 'datetime_immutable';
    public const FLOAT = 'float';
    public const INTEGER = 'integer';
    public const JSON = 'json';
    public const SMALLINT = 'smallint';
    public const STRING = 'string';
    public const TEXT = 'text';
}
