<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Command;

use OCA\Bluebridge\Administration\RoomDeeds;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Words\ProblemWords;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Output\OutputInterface;

/** Rooms that somebody names on the command line, and what comes of doing something to them. */
final class RoomIds
{
    public function __construct(private readonly ProblemWords $words)
    {
    }

    /** @return list<int> */
    public static function in(mixed $argument): array
    {
        return array_values(array_map(intval(...), array_filter(is_array($argument) ? $argument : [], is_numeric(...))));
    }

    /**
     * Does something to rooms and tells what was not done.
     *
     * @param list<int> $ids
     * @param callable(list<int>): array{done: list<int>, failed: list<array{id: int, code: string, message: string}>} $deed
     */
    public function run(OutputInterface $output, array $ids, callable $deed): int
    {
        if ($ids === []) {
            $output->writeln('No rooms.');

            return Command::SUCCESS;
        }
        [$done, $failed] = [0, []];
        try {
            foreach (array_chunk($ids, RoomDeeds::MOST) as $some) {
                $result = $deed($some);
                $done += count($result['done']);
                array_push($failed, ...$result['failed']);
            }
        } catch (Problem $problem) {
            $output->writeln("<error>{$this->words->of($problem)}</error>");

            return Command::FAILURE;
        }
        foreach ($failed as ['id' => $id, 'message' => $message]) {
            $output->writeln("<error>{$id}: {$message}</error>");
        }
        $output->writeln("Rooms: {$done}");

        return $failed === [] ? Command::SUCCESS : Command::FAILURE;
    }
}
