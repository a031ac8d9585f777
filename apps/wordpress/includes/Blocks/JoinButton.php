<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Blocks;

use Bluebridge\WordPress\BuiltFiles;

/** The button of a room alone, for texts and columns. It asks no server. */
final class JoinButton
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
        $view['showsState'] = ($attributes['showsState'] ?? true) === true;

        return $this->builtFiles->write('join-button', $view);
    }
}
