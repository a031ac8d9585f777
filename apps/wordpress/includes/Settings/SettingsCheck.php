<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Settings;

use Bluebridge\WordPress\Rooms\RoomBounds;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomSettings;

/**
 * What becomes of settings that somebody wants a room to have: something to keep, or what is wrong.
 *
 * @phpstan-import-type Remark from RoomSettings
 */
final class SettingsCheck
{
    /**
     * @param array<string, string|int|bool> $kept
     * @param list<Remark> $violations
     * @param list<Remark> $warnings
     */
    private function __construct(
        public readonly array $kept,
        public readonly array $violations,
        public readonly array $warnings,
    ) {
    }

    /**
     * Checks everything a room says. What it does not show, because it is locked, set elsewhere or the
     * server cannot do it, stays as it was: so it is there again when the lock or the server is another.
     *
     * @param array<array-key, mixed> $said
     * @param array<string, string|int|bool> $before
     */
    public static function of(array $said, array $before, RoomCapabilities $capabilities, RoomBounds $bounds): self
    {
        // Of the numbers with a limit, what is locked is locked to something within it.
        $check = RoomSettings::check($said, $capabilities, $bounds->locks);
        $exceeded = $bounds->exceededBy($said);
        $shown = array_diff_key(OfferedSettings::of($before, $capabilities), $bounds->locks);

        return new self(
            array_diff_key($before, $shown) + array_diff_key($check['accepted'], $bounds->locks),
            [...$check['violations'], ...$exceeded],
            array_values(array_filter($check['warnings'], static fn (array $remark): bool => isset($said[$remark['path']]))),
        );
    }
}
