<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomToCreate;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SettingLocks;

/** What a room cannot say otherwise: values fixed by an administrator, and highest numbers. */
final class RoomBounds
{
    /**
     * @param array<string, string|int|bool> $locks
     * @param array<string, int> $most
     */
    public function __construct(
        public readonly array $locks = [],
        public readonly array $most = [],
    ) {
    }

    /** @param array<string, string|int|bool> $locks of the presets that count for the room */
    public static function of(array $locks, Policies $policies): self
    {
        $most = $policies->most();
        $all = SettingLocks::effective(array_replace($locks, $policies->locks()));
        foreach (array_intersect_key($most, $all) as $name => $limit) {
            $all[$name] = self::within($name, $all[$name], $limit);
        }

        return new self($all, $most);
    }

    /**
     * Gives the settings that hold for the room, whatever it says.
     *
     * @param array<string, string|int|bool> $settings
     * @return array<string, string|int|bool>
     */
    public function apply(array $settings): array
    {
        foreach ($this->most as $name => $most) {
            $value = self::within($name, $settings[$name] ?? 0, $most);
            if ($value !== 0) {
                $settings[$name] = $value;
            }
        }

        return SettingLocks::apply($settings, $this->locks);
    }

    /**
     * Names what is higher than it may be.
     *
     * @param array<array-key, mixed> $settings
     * @return list<array{path: string, rule: string, allowed: string}>
     */
    public function exceededBy(array $settings): array
    {
        $remarks = [];
        foreach (array_diff_key($this->most, $this->locks) as $name => $most) {
            if (is_int($settings[$name] ?? null) && $settings[$name] > $most) {
                $remarks[] = ['path' => $name, 'rule' => 'max', 'allowed' => (string) $most];
            }
        }

        return $remarks;
    }

    /**
     * 0 is any number, and where seats are reserved it is a usual number; only a lower limit needs
     * to be said there.
     */
    private static function within(string $name, string|int|bool $value, int $most): int
    {
        $number = is_int($value) ? $value : 0;
        $usual = RoomToCreate::RESERVED_BY_DEFAULT[$name] ?? 0;

        return $number === 0 ? ($most <= $usual ? $most : 0) : min($number, $most);
    }
}
