<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Rooms\StoredRoom;

/** To whom a room shows its recordings. Those who lead it see them always. */
enum VisibleTo: string
{
    /** Whoever comes to a page that shows them. */
    case Everybody = 'public';

    /** Who may enter the room: guests too where guests may, and codes where the room has some. */
    case Entrants = 'entrants';

    /** Who has an account on this site. */
    case Members = 'members';

    case Moderators = 'moderators';

    /** What a room says that says nothing: a recording is seldom meant for the whole world. */
    public const USUAL = self::Members;

    /** Meta field of a room; with an underscore it is not among the custom fields of a post. */
    private const FIELD = '_bluebridge_recordings_for';

    public static function of(StoredRoom $room): self
    {
        $value = get_post_meta($room->id, self::FIELD, true);

        return (is_string($value) ? self::tryFrom($value) : null) ?? self::USUAL;
    }

    public static function keep(StoredRoom $room, self $visibleTo): void
    {
        update_post_meta($room->id, self::FIELD, $visibleTo->value);
    }

    public function label(): string
    {
        return match ($this) {
            self::Everybody => __('Everybody', 'bluebridge'),
            self::Entrants => __('People who may enter the room', 'bluebridge'),
            self::Members => __('People with an account on this site', 'bluebridge'),
            self::Moderators => __('Moderators only', 'bluebridge'),
        };
    }

    /** @return list<string> */
    public static function values(): array
    {
        return array_column(self::cases(), 'value');
    }
}
