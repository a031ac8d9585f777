<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Blocks;

use Bluebridge\WordPress\BuiltFiles;

/** A room on a page: its name, how its meeting stands, and the button. It asks no server. */
final class RoomCard
{
    public function __construct(
        private readonly PageDoors $doors,
        private readonly Placements $placements,
        private readonly BuiltFiles $builtFiles,
    ) {
    }

    /**
     * Renders the block; nothing for rooms that this person may not see, or that the page may not show.
     *
     * @param array<array-key, mixed> $attributes of the block
     */
    public function render(array $attributes): string
    {
        $view = $this->doors->find($attributes['roomId'] ?? null);
        if ($view === null) {
            return '';
        }
        if (!$this->placements->allow($view['room'])) {
            return $this->placements->refusal();
        }

        return $this->builtFiles->write('room-card', $view);
    }
}
