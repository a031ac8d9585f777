<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Command;

use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Meeting\Snapshot;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Helper\Table;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** Lists rooms. */
final class Rooms extends Command
{
    private const AT_ONCE = 500;

    public function __construct(private readonly RoomMapper $rooms, private readonly MeetingWatches $watches)
    {
        parent::__construct();
    }

    protected function configure(): void
    {
        $this->setName('bluebridge:rooms')
            ->setDescription('Lists rooms')
            ->addOption('owner', null, InputOption::VALUE_REQUIRED, 'Rooms of this user only')
            ->addOption('output', null, InputOption::VALUE_REQUIRED, 'plain or json', 'plain');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $owner = $input->getOption('owner');
        $rows = array_map($this->row(...), is_string($owner) ? $this->rooms->ofOwner($owner) : $this->all());
        if ($input->getOption('output') === 'json') {
            $output->writeln(json_encode($rows, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));

            return self::SUCCESS;
        }
        (new Table($output))->setHeaders(['id', 'name', 'owner', 'archived', 'people in it'])->setRows(array_map(array_values(...), $rows))->render();

        return self::SUCCESS;
    }

    /** @return list<Room> */
    private function all(): array
    {
        $all = [];
        for ($after = 0; ($rooms = $this->rooms->afterId($after, self::AT_ONCE)) !== [];) {
            array_push($all, ...$rooms);
            $after = $rooms[array_key_last($rooms)]->getId();
        }

        return $all;
    }

    /** @return array{id: int, name: string, owner: string, archived: string, people: string} */
    private function row(Room $room): array
    {
        $info = Snapshot::read($this->watches->read($room->getMeetingId())->snapshot);

        return [
            'id' => $room->getId(),
            'name' => $room->getName(),
            'owner' => $room->getOwnerId(),
            'archived' => $room->getArchivedAt() > 0 ? 'yes' : '',
            'people' => $info === null ? '' : (string) ($info['participantCount'] ?? count($info['attendees'])),
        ];
    }
}
