<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

/**
 * A sign at a door with what goes before it over HTTP.
 *
 * @phpstan-import-type DoorSign from DoorSigns
 */
final class TaggedSign
{
    /**
     * @param DoorSign|null $sign null when whoever asks has it already
     * @param array<string, string> $headers
     */
    public function __construct(public readonly ?array $sign, public readonly array $headers)
    {
    }

    public function status(): int
    {
        return $this->sign === null ? 304 : 200;
    }
}
