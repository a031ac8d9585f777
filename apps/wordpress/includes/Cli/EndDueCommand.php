<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Cli;

use Bluebridge\WordPress\Schedule\EndDue;

/** Warns and ends meetings whose time has come. */
final class EndDueCommand implements Command
{
    private const USUAL_SECONDS = 50;

    public function __construct(private readonly EndDue $endDue)
    {
    }

    public function name(): string
    {
        return 'end-due';
    }

    public function help(): array
    {
        return [
            'shortdesc' => 'Warns people in meetings that end soon, and ends those whose time has come. For a cron, every minute.',
            'synopsis' => [
                [
                    'type' => 'assoc',
                    'name' => 'seconds',
                    'description' => 'How long it may take.',
                    'optional' => true,
                    'default' => (string) self::USUAL_SECONDS,
                ],
            ],
        ];
    }

    public function run(array $arguments, Terminal $terminal): void
    {
        $seconds = (int) $terminal->option('seconds');
        $tally = $this->endDue->run(($seconds > 0 ? $seconds : self::USUAL_SECONDS) * 1000);
        $text = sprintf(
            /* translators: 1: number of meetings looked at, 2: number warned, 3: number ended, 4: number that failed */
            __('Meetings looked at: %1$d, warned: %2$d, ended: %3$d, failed: %4$d.', 'bluebridge'),
            $tally->looked,
            $tally->warned,
            $tally->ended,
            $tally->failed,
        );
        $tally->failed === 0 ? $terminal->success($text) : $terminal->fail($text);
    }
}
