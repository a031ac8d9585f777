<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Command;

use OCA\Bluebridge\Administration\AllRooms;
use OCA\Bluebridge\Administration\RoomDeeds;
use OCA\Bluebridge\Administration\RoomsWanted;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomCensus;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** Archives rooms: those that are named, or those that nobody has used for long. */
final class ArchiveRooms extends Command
{
    private const MOST = 100_000;

    public function __construct(
        private readonly RoomDeeds $deeds,
        private readonly RoomCensus $census,
        private readonly Clock $clock,
        private readonly RoomIds $ids,
    ) {
        parent::__construct();
    }

    protected function configure(): void
    {
        $this->setName('bluebridge:rooms:archive')
            ->setDescription('Archives rooms, or brings them back')
            ->addArgument('ids', InputArgument::IS_ARRAY, 'Ids of rooms')
            ->addOption('unused-days', null, InputOption::VALUE_REQUIRED, 'All rooms that nobody has used for so many days')
            ->addOption('restore', null, InputOption::VALUE_NONE, 'Bring them back from the archive');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $restores = $input->getOption('restore') === true;
        $days = $input->getOption('unused-days');
        $ids = RoomIds::in($input->getArgument('ids'));
        if (is_numeric($days) && (int) $days > 0) {
            $wanted = new RoomsWanted(isArchived: $restores, unusedSince: AllRooms::since($this->clock->now(), (int) $days));
            $ids = array_map(static fn (Room $room): int => $room->getId(), $this->census->find($wanted, 0, self::MOST));
        }

        return $this->ids->run($output, $ids, fn (array $some): array => $this->deeds->run($restores ? 'restore' : 'archive', $some));
    }
}
