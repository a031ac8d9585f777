<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Hooks;

/** An address that the server was given for the events of one meeting. Times are epoch ms. */
final class Hook
{
    /** @param string $hookID the server's name of it; empty while it has not answered */
    public function __construct(
        public readonly int $id,
        public readonly string $account,
        public readonly int $roomId,
        public readonly string $meetingID,
        public readonly string $tokenHash,
        public readonly string $hookID,
        public readonly int $registeredAt,
        public readonly int $removeAt,
    ) {
    }

    /** @param array<string, string|int|float|null> $row */
    public static function of(array $row): self
    {
        return new self(
            (int) ($row['id'] ?? 0),
            (string) ($row['account'] ?? ''),
            (int) ($row['room_id'] ?? 0),
            (string) ($row['meeting_id'] ?? ''),
            (string) ($row['token_hash'] ?? ''),
            (string) ($row['hook_id'] ?? ''),
            (int) ($row['registered_at'] ?? 0),
            (int) ($row['remove_at'] ?? 0),
        );
    }
}
