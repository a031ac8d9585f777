<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Command;

use OCA\Bluebridge\Server\ServerConnection;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Probe\ProbeFailure;
use OCA\Bluebridge\Words\DialectWords;
use OCA\Bluebridge\Words\ProbeWords;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** Finds out what answers at an address, and with `--save` keeps it as the meeting server. */
final class Probe extends Command
{
    public function __construct(
        private readonly ServerConnection $connection,
        private readonly ServerSettingsStore $store,
        private readonly ProbeWords $probeWords,
        private readonly DialectWords $dialectWords,
    ) {
        parent::__construct();
    }

    protected function configure(): void
    {
        $this->setName('bluebridge:probe')
            ->setDescription('Checks the meeting server; without an address, the one that is set')
            ->addArgument('endpoint', InputArgument::OPTIONAL, 'Address, or anything that holds it')
            ->addOption('secret-env', null, InputOption::VALUE_REQUIRED, 'Environment variable that holds the secret', 'BBB_SECRET')
            ->addOption('dialect', null, InputOption::VALUE_REQUIRED, 'bigbluebutton, integration or scalelite; what is found otherwise')
            ->addOption('allow-local', null, InputOption::VALUE_NONE, 'The server has a private address')
            ->addOption('save', null, InputOption::VALUE_NONE, 'Keep the server if it answers as it should');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $settings = $this->store->read();
        $endpoint = $input->getArgument('endpoint');
        $isSet = !is_string($endpoint);
        $pasted = $isSet ? $settings->endpoint : $endpoint;
        $variable = $input->getOption('secret-env');
        // A secret on the command line would be in the history of the shell.
        $secret = $isSet ? $settings->secret : (string) getenv(is_string($variable) ? $variable : '');
        $allowsLocal = $input->getOption('allow-local') === true || ($isSet && $settings->allowsLocal);
        $dialect = $input->getOption('dialect');
        $result = $input->getOption('save') === true
            ? $this->connection->connect($pasted, $secret, $allowsLocal, is_string($dialect) ? $dialect : null)
            : $this->connection->probe($pasted, $secret, $allowsLocal);
        if ($result->failure !== null || $result->record === null) {
            $output->writeln('<error>' . ($result->failure === null ? '' : $this->probeWords->of($result->failure)) . '</error>');

            if ($result->failure === ProbeFailure::Unreachable && !$allowsLocal) {
                $output->writeln('A server in your own network needs --allow-local.');
            }

            return self::FAILURE;
        }
        $kind = $this->dialectWords->of($result->record->dialect);
        $output->writeln("{$result->record->endpoint}: {$kind}, {$result->record->hashAlgorithm->value}, {$result->callsMade} requests");

        return self::SUCCESS;
    }
}
