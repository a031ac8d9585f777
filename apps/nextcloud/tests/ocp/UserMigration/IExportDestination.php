<?php

declare(strict_types=1);

namespace OCP\UserMigration;

interface IExportDestination
{
    public function addFileContents(string $path, string $content): void;
}
