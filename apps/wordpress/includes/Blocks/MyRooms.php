<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Blocks;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\RoomType;

/** The rooms that somebody leads, on one page with the buttons to open them. It asks no server. */
final class MyRooms
{
    private const USUALLY = 6;

    private const MOST = 20;

    /** Many rooms at once are kept up with at leisure: each about once a minute. */
    private const SLOWER = 24;

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly PageDoors $doors,
        private readonly BuiltFiles $builtFiles,
    ) {
    }

    /**
     * Renders the block for whoever looks at it.
     *
     * @param array<array-key, mixed> $attributes of the block
     */
    public function render(array $attributes): string
    {
        $most = is_numeric($attributes['most'] ?? null) ? (int) $attributes['most'] : self::USUALLY;
        $user = wp_get_current_user();
        $rooms = $user->exists() ? $this->rooms->ledBy($user, max(1, min($most, self::MOST))) : [];
        $view = [
            'doors' => array_map(fn ($room): array => $this->doors->of($room, self::SLOWER), $rooms),
            'loginAddress' => $user->exists() ? '' : wp_login_url((string) get_permalink()),
            'manageAddress' => current_user_can(Rights::EDIT) ? admin_url('edit.php?post_type=' . RoomType::NAME) : '',
        ];

        return $this->builtFiles->write('my-rooms', $view);
    }
}
