<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Model;

/** Settings that a room can start with, and those of them that stay as they are. */
final class Preset
{
    /**
     * @param array<string, string|int|bool> $settings what a new room says
     * @param array<string, string|int|bool> $locks what its rooms cannot change
     * @param list<string> $groups whose people may use it; empty for everybody
     */
    public function __construct(
        public readonly string $id,
        public readonly string $name,
        public readonly array $settings = [],
        public readonly array $locks = [],
        public readonly array $groups = [],
    ) {
    }

    /**
     * Reads one as it is stored; null for what is none.
     *
     * @param array<array-key, mixed> $stored
     */
    public static function from(array $stored): ?self
    {
        $id = $stored['id'] ?? null;
        $name = $stored['name'] ?? null;
        $map = static fn (string $key): array => is_array($stored[$key] ?? null) ? $stored[$key] : [];
        if (!is_string($id) || $id === '' || !is_string($name)) {
            return null;
        }
        $groups = array_values(array_filter($map('groups'), is_string(...)));

        return new self($id, $name, self::scalars($map('settings')), self::scalars($map('locks')), $groups);
    }

    /** @param list<string> $groups */
    public function isOfferedTo(array $groups): bool
    {
        return $this->groups === [] || array_intersect($this->groups, $groups) !== [];
    }

    /**
     * @param array<array-key, mixed> $values
     * @return array<string, string|int|bool>
     */
    public static function scalars(array $values): array
    {
        $scalars = [];
        foreach ($values as $name => $value) {
            if (is_string($value) || is_int($value) || is_bool($value)) {
                $scalars[(string) $name] = $value;
            }
        }

        return $scalars;
    }
}
