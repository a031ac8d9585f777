<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Command;

use OCA\Bluebridge\Administration\RoomDeeds;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** Gives rooms to another account: those that are named, or all that somebody has. */
final class TransferRooms extends Command
{
    public function __construct(
        private readonly RoomDeeds $deeds,
        private readonly RoomMapper $rooms,
        private readonly RoomIds $ids,
    ) {
        parent::__construct();
    }

    protected function configure(): void
    {
        $this->setName('bluebridge:rooms:transfer')
            ->setDescription('Gives rooms to another account; who had them stays as a manager')
            ->addArgument('to', InputArgument::REQUIRED, 'Account that gets them')
            ->addArgument('ids', InputArgument::IS_ARRAY, 'Ids of rooms')
            ->addOption('owner', null, InputOption::VALUE_REQUIRED, 'All rooms of this account');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        [$to, $owner, $ids] = [$input->getArgument('to'), $input->getOption('owner'), RoomIds::in($input->getArgument('ids'))];
        if (is_string($owner)) {
            $ids = array_map(static fn (Room $room): int => $room->getId(), $this->rooms->ofOwner($owner));
        }

        return $this->ids->run($output, $ids, fn (array $some): array => $this->deeds->run('transfer', $some, is_string($to) ? $to : ''));
    }
}
