<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Command;

use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Meeting\Meetings as RoomMeetings;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Words\ErrorWords;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Helper\QuestionHelper;
use Symfony\Component\Console\Helper\Table;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\Console\Question\ConfirmationQuestion;

/** Lists the meetings that run in rooms of this Nextcloud, or ends one. */
final class Meetings extends Command
{
    public function __construct(
        private readonly RoomMapper $rooms,
        private readonly Accounts $accounts,
        private readonly RoomMeetings $meetings,
        private readonly ErrorWords $words,
    ) {
        parent::__construct();
    }

    protected function configure(): void
    {
        $this->setName('bluebridge:meetings')
            ->setDescription('Asks the meeting servers which meetings run in rooms of this Nextcloud, or ends one')
            ->addOption('end', null, InputOption::VALUE_REQUIRED, 'Id of a room whose meeting is to end')
            ->addOption('yes', 'y', InputOption::VALUE_NONE, 'End it without asking back')
            ->addOption('output', null, InputOption::VALUE_REQUIRED, 'plain or json', 'plain');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $room = $input->getOption('end');

        return is_string($room) ? $this->end((int) $room, $input, $output) : $this->list($input->getOption('output') === 'json', $output);
    }

    private function list(bool $isJson, OutputInterface $output): int
    {
        $rows = [];
        $status = self::SUCCESS;
        foreach ($this->accounts->all() as $account) {
            try {
                $listed = $account->client()->call('getMeetings')['meetings'] ?? [];
            } catch (BbbException $error) {
                $output->writeln("<error>{$account->settings->endpoint}: {$this->words->of($error->error)}</error>");
                $status = self::FAILURE;
                continue;
            }
            foreach (is_array($listed) ? array_filter($listed, is_array(...)) : [] as $meeting) {
                array_push($rows, ...$this->row($meeting));
            }
        }
        if ($isJson) {
            $output->writeln(json_encode($rows, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
        } else {
            (new Table($output))->setHeaders(['room', 'name', 'people', 'since'])->setRows(array_map(array_values(...), $rows))->render();
        }

        return $status;
    }

    /**
     * Describes a meeting of a room; what other systems have on the same server is theirs.
     *
     * @param array<array-key, mixed> $meeting
     * @return list<array{room: int, name: string, people: int, since: string}>
     */
    private function row(array $meeting): array
    {
        $meetingID = $meeting['meetingID'] ?? '';
        $room = is_string($meetingID) ? $this->rooms->findByMeeting($meetingID) : null;
        $createTime = $meeting['createTime'] ?? 0;
        $people = $meeting['participantCount'] ?? 0;

        return $room === null || ($meeting['hasBeenForciblyEnded'] ?? false) === true ? [] : [[
            'room' => $room->getId(),
            'name' => $room->getName(),
            'people' => is_int($people) ? $people : 0,
            'since' => gmdate('c', is_int($createTime) ? intdiv($createTime, 1000) : 0),
        ]];
    }

    private function end(int $id, InputInterface $input, OutputInterface $output): int
    {
        $room = $this->rooms->find($id);
        if ($room === null) {
            $output->writeln('<error>There is no such room.</error>');

            return self::FAILURE;
        }
        $question = new ConfirmationQuestion('Everybody is put out. End the meeting? [y/N] ', false);
        if ($input->getOption('yes') !== true && (new QuestionHelper())->ask($input, $output, $question) !== true) {
            $output->writeln('Nothing was ended.');

            return self::FAILURE;
        }
        try {
            $this->meetings->end($room);
        } catch (BbbException $error) {
            $output->writeln("<error>{$this->words->of($error->error)}</error>");

            return self::FAILURE;
        }
        $output->writeln('The meeting was ended.');

        return self::SUCCESS;
    }
}
