<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Command;

use OCA\Bluebridge\Import\OldTables;
use OCA\Bluebridge\Import\RoomImport;
use OCA\Bluebridge\Import\RuleImport;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Helper\Table;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** Imports the rooms and rules of the app "BigBlueButton" (cloud_bbb). */
final class Import extends Command
{
    public function __construct(
        private readonly OldTables $old,
        private readonly RoomImport $rooms,
        private readonly RuleImport $rules,
    ) {
        parent::__construct();
    }

    protected function configure(): void
    {
        $this->setName('bluebridge:import')
            ->setDescription('Imports the rooms of the app "BigBlueButton" (cloud_bbb), with their members, links and recordings')
            ->addOption('dry-run', null, InputOption::VALUE_NONE, 'Change nothing, and tell what would be done');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        if (!$this->old->areThere()) {
            $output->writeln('<error>There are no tables of the app "BigBlueButton" in this database.</error>');

            return self::FAILURE;
        }
        $isDry = $input->getOption('dry-run') === true;
        $rows = $this->rooms->run($isDry);
        $table = array_map(static fn (array $row): array => [$row['uid'], $row['name'], $row['outcome'], implode(' ', $row['notes'])], $rows);
        (new Table($output))->setHeaders(['id', 'name', 'outcome', 'notes'])->setRows($table)->render();
        $rules = $this->rules->run($isDry);
        $output->writeln($rules === null ? 'Rules of groups are kept as they are here.' : "Groups with rules: {$rules}");
        $new = count(array_filter($rows, static fn (array $row): bool => $row['outcome'] === 'new'));
        $output->writeln($isDry ? "Nothing was changed. Rooms to import: {$new}" : "Rooms imported: {$new}");

        return self::SUCCESS;
    }
}
