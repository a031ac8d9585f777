<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Command;

use OCA\Bluebridge\Schedule\EndDue as DueEnds;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** Warns and ends meetings whose time has come. */
final class EndDue extends Command
{
    private const USUAL_SECONDS = '50';

    public function __construct(private readonly DueEnds $endDue)
    {
        parent::__construct();
    }

    protected function configure(): void
    {
        $this->setName('bluebridge:end-due')
            ->setDescription('Warns people in meetings that end soon, and ends those whose time has come; for a cron, every minute')
            ->addOption('seconds', null, InputOption::VALUE_REQUIRED, 'How long it may take', self::USUAL_SECONDS);
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $seconds = $input->getOption('seconds');
        $tally = $this->endDue->run(1000 * (is_numeric($seconds) ? max(0, (int) $seconds) : (int) self::USUAL_SECONDS));
        $output->writeln("Meetings looked at: {$tally->looked}, warned: {$tally->warned}, ended: {$tally->ended}, failed: {$tally->failed}");

        return $tally->failed === 0 ? self::SUCCESS : self::FAILURE;
    }
}
