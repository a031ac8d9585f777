<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

use Bluebridge\Core\Dialects\Dialect;

/**
 * What a server has, as far as rooms ask; every dialect says it.
 *
 * @phpstan-import-type Setting from SettingTable
 */
final class RoomCapabilities
{
    private const ASKED_FOR = [
        'reservesSeats',
        'supportsDurationEnd',
        'supportsDefaultChatTextsSwitch',
        'supportsRecordingProtection',
    ];

    /**
     * @param array<string, bool> $has capabilities by name; what is absent, the server does not have
     * @param list<string> $missingCalls calls the server does not have
     */
    public function __construct(
        private readonly array $has,
        private readonly array $missingCalls = [],
    ) {
    }

    /** Gives what the servers of a dialect have. */
    public static function of(Dialect $dialect): self
    {
        $has = array_map($dialect->has(...), self::ASKED_FOR);

        return new self(array_combine(self::ASKED_FOR, $has), $dialect->missingCalls);
    }

    public function has(string $capability): bool
    {
        return $this->has[$capability] ?? false;
    }

    public function hasCall(string $call): bool
    {
        return !in_array($call, $this->missingCalls, true);
    }

    /**
     * Gives the capability or call a setting needs and the server lacks; null when it lacks none.
     *
     * @param Setting $setting
     */
    public function lackedBy(array $setting): ?string
    {
        $needs = $setting['needs'] ?? null;
        if ($needs !== null && !$this->has($needs)) {
            return $needs;
        }
        $call = $setting['needsCall'] ?? null;

        return $call === null || $this->hasCall($call) ? null : $call;
    }
}
