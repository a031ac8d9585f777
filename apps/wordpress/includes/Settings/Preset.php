<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Settings;

/** Settings that an administrator made ready, and those of them that rooms with it cannot change. */
final class Preset
{
    /** The preset of every room: its values are where new rooms begin, its locks hold for all. */
    public const EVERY_ROOM = 'every';

    /**
     * @param string $id within the site and its network
     * @param array<string, string|int|bool> $values by the names of `SettingTable`
     * @param list<string> $locked names of values
     */
    public function __construct(
        public readonly string $id,
        public readonly string $name,
        public readonly array $values,
        public readonly array $locked,
        public readonly bool $isOfNetwork = false,
    ) {
    }

    public static function everyRoom(bool $isOfNetwork): self
    {
        return new self(self::EVERY_ROOM, __('Every room', 'bluebridge'), [], [], $isOfNetwork);
    }

    /** @return array<string, string|int|bool> */
    public function locks(): array
    {
        return array_intersect_key($this->values, array_flip($this->locked));
    }
}
