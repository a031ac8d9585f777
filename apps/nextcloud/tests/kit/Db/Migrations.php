<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Db;

use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** Runs the app's migrations, in the order of their names. */
final class Migrations implements IOutput
{
    public function __construct(private readonly Connection $connection)
    {
    }

    /** @param list<SimpleMigrationStep> $steps */
    public function run(array $steps): void
    {
        foreach ($steps as $step) {
            $this->runOne($step);
        }
    }

    public function debug(string $message): void
    {
    }

    public function info($message)
    {
    }

    public function warning($message)
    {
    }

    private function runOne(SimpleMigrationStep $step): void
    {
        $doctrine = $this->connection->doctrine;
        $tables = $doctrine->createSchemaManager();
        $before = $tables->introspectSchema();
        $schema = new Schema(clone $before);
        $give = static fn (): Schema => $schema;
        $options = ['tablePrefix' => Connection::PREFIX];
        $step->preSchemaChange($this, $give, $options);
        $changed = $step->changeSchema($this, $give, $options);
        if ($changed instanceof Schema) {
            $difference = $tables->createComparator()->compareSchemas($before, $changed->doctrine);
            foreach ($doctrine->getDatabasePlatform()->getAlterSchemaSQL($difference) as $sql) {
                $doctrine->executeStatement($sql);
            }
        }
        $step->postSchemaChange($this, $give, $options);
    }
}
