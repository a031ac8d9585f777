<?php

declare(strict_types=1);

namespace OCP\UserMigration;

interface IImportSource
{
    public function getFileContents(string $path): string;

    public function pathExists(string $path): bool;

    public function getMigratorVersion(string $migrator): ?int;
}
