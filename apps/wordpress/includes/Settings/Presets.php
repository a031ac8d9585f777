<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Settings;

/**
 * The presets of a site and its network. What is locked for every room by the network wins over what is
 * locked by the site, and that over the preset of a room.
 *
 * @phpstan-type Values array<string, string|int|bool>
 */
final class Presets
{
    private const SITE = 'bluebridge_presets';

    private const NETWORK = 'bluebridge_network_presets';

    /** @return array<string, Preset> what can be chosen for a room, by id */
    public function all(): array
    {
        return array_diff_key($this->at(false) + $this->at(true), [Preset::EVERY_ROOM => true]);
    }

    /** @return list<array{id: string, name: string}> the same, to choose from */
    public function choices(): array
    {
        return array_map(
            static fn (Preset $preset): array => ['id' => $preset->id, 'name' => $preset->name],
            array_values($this->all()),
        );
    }

    /** @return array<string, Preset> of the site or of the network, the one of every room too */
    public function at(bool $network): array
    {
        if ($network && !is_multisite()) {
            return [];
        }
        $stored = $network ? get_site_option(self::NETWORK) : get_option(self::SITE);
        $presets = [Preset::EVERY_ROOM => Preset::everyRoom($network)];
        foreach (is_array($stored) ? $stored : [] as $id => $said) {
            if (is_array($said)) {
                $presets[(string) $id] = self::read((string) $id, $said, $network);
            }
        }

        return $presets;
    }

    /**
     * Gives where a new room with a preset begins.
     *
     * @return Values
     */
    public function valuesFor(string $presetId): array
    {
        $values = array_map(static fn (Preset $preset): array => $preset->values, $this->holding($presetId));
        // What a room is made for is more special than what is usual on the site.
        $special = $this->all()[$presetId]->values ?? [];

        return array_replace([], ...$values, ...[$special]);
    }

    /**
     * Gives what is fixed for rooms with a preset.
     *
     * @return Values
     */
    public function locksFor(string $presetId): array
    {
        return array_replace([], ...array_map(static fn (Preset $preset): array => $preset->locks(), $this->holding($presetId)));
    }

    public function keep(Preset $preset): void
    {
        $presets = $this->at($preset->isOfNetwork);
        $presets[$preset->id] = $preset;
        $this->write($presets, $preset->isOfNetwork);
    }

    /** Rooms that have it keep what they say, and what it had locked is theirs again. */
    public function remove(string $id, bool $network): void
    {
        $this->write(array_diff_key($this->at($network), [$id => true]), $network);
    }

    /**
     * Gives the presets that count for a room, the strongest last.
     *
     * @return list<Preset>
     */
    private function holding(string $presetId): array
    {
        $site = $this->at(false);
        $network = $this->at(true);
        $chosen = $presetId === Preset::EVERY_ROOM ? null : $site[$presetId] ?? $network[$presetId] ?? null;

        return array_values(array_filter([$chosen, $site[Preset::EVERY_ROOM], $network[Preset::EVERY_ROOM] ?? null]));
    }

    /** @param array<string, Preset> $presets */
    private function write(array $presets, bool $network): void
    {
        $stored = array_map(static fn (Preset $preset): array => [
            'name' => $preset->name,
            'values' => $preset->values,
            'locked' => $preset->locked,
        ], $presets);
        $network ? update_site_option(self::NETWORK, $stored) : update_option(self::SITE, $stored, false);
    }

    /** @param array<array-key, mixed> $said */
    private static function read(string $id, array $said, bool $network): Preset
    {
        $name = $id === Preset::EVERY_ROOM ? Preset::everyRoom($network)->name : $said['name'] ?? '';
        $values = array_filter((array) ($said['values'] ?? []), static fn (mixed $value): bool => is_scalar($value) && !is_float($value));
        $locked = array_filter((array) ($said['locked'] ?? []), is_string(...));

        /** @var array<string, string|int|bool> $values */
        return new Preset($id, is_string($name) ? $name : '', $values, array_values($locked), $network);
    }
}
