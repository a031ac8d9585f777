<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Command;

use OCA\Bluebridge\Privacy\PersonalData;
use OCP\IUserManager;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** Writes what the app knows of somebody, for administrators who are asked for it. */
final class PersonalDataOf extends Command
{
    public function __construct(private readonly PersonalData $data, private readonly IUserManager $users)
    {
        parent::__construct();
    }

    protected function configure(): void
    {
        $this->setName('bluebridge:personal-data')
            ->setDescription('Writes as JSON what is known of an account')
            ->addArgument('user', InputArgument::REQUIRED, 'Id of the account');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $id = $input->getArgument('user');
        $user = is_string($id) ? $this->users->get($id) : null;
        if ($user === null) {
            $output->writeln('<error>There is no such account.</error>');

            return self::FAILURE;
        }
        $output->writeln(json_encode($this->data->of($user), JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE));

        return self::SUCCESS;
    }
}
