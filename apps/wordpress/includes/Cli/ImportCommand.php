<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Cli;

use Bluebridge\WordPress\Import\RoomImport;
use Bluebridge\WordPress\Import\ShortcodeImport;

/** Imports the rooms of the plugin "BigBlueButton". */
final class ImportCommand implements Command
{
    public function __construct(private readonly RoomImport $rooms, private readonly ShortcodeImport $shortcodes)
    {
    }

    public function name(): string
    {
        return 'import';
    }

    public function help(): array
    {
        return [
            'shortdesc' => 'Imports the rooms of the plugin "BigBlueButton" by Blindside Networks.',
            'synopsis' => [
                ['type' => 'flag', 'name' => 'dry-run', 'description' => 'Only tells what would come of it.', 'optional' => true],
                ['type' => 'flag', 'name' => 'shortcodes', 'description' => 'Rewrites shortcodes on pages too.', 'optional' => true],
                Terminal::FORMAT,
            ],
        ];
    }

    public function run(array $arguments, Terminal $terminal): void
    {
        $isDry = $terminal->isOn('dry-run');
        $rooms = $this->rooms->run($isDry);
        $shortcodes = $terminal->isOn('shortcodes') ? $this->shortcodes->run($isDry) : [];
        $rows = [];
        foreach ($rooms as $row) {
            $outcome = implode(' ', [$row['outcome'], ...$row['notes']]);
            $rows[] = ['what' => 'room', 'id' => $row['oldId'], 'title' => $row['title'], 'outcome' => $outcome];
        }
        foreach ($shortcodes as $row) {
            $rows[] = ['what' => 'shortcode', 'id' => $row['postId'], 'title' => $row['before'], 'outcome' => $row['after'] ?? 'kept'];
        }
        $terminal->rows($rows, ['what', 'id', 'title', 'outcome']);
    }
}
