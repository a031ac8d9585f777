<?php

declare(strict_types=1);

namespace OCP\Migration;

use Closure;

abstract class SimpleMigrationStep implements IMigrationStep
{
    public function preSchemaChange(IOutput $output, Closure $schemaClosure, array $options)
    {
    }

    public function changeSchema(IOutput $output, Closure $schemaClosure, array $options)
    {
        return null;
    }

    public function postSchemaChange(IOutput $output, Closure $schemaClosure, array $options)
    {
    }
}
