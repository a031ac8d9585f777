<?php

declare(strict_types=1);

namespace OCP\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;

interface IMigrationStep
{
    /**
     * @param Closure(): ISchemaWrapper $schemaClosure
     * @param array{tablePrefix?: string} $options
     */
    public function preSchemaChange(IOutput $output, Closure $schemaClosure, array $options);

    /**
     * @param Closure(): ISchemaWrapper $schemaClosure
     * @param array{tablePrefix?: string} $options
     * @return null|ISchemaWrapper
     */
    public function changeSchema(IOutput $output, Closure $schemaClosure, array $options);

    /**
     * @param Closure(): ISchemaWrapper $schemaClosure
     * @param array{tablePrefix?: string} $options
     */
    public function postSchemaChange(IOutput $output, Closure $schemaClosure, array $options);
}
