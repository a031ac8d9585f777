<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Command;

use OCA\Bluebridge\Recording\RecordingsRound;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** Compares the recordings of all rooms with the server's now. */
final class Sync extends Command
{
    public function __construct(private readonly RecordingsRound $round)
    {
        parent::__construct();
    }

    protected function configure(): void
    {
        $this->setName('bluebridge:sync')->setDescription('Compares the recordings of all rooms with those of the server');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $output->writeln("Changes: {$this->round->go()}");

        return self::SUCCESS;
    }
}
