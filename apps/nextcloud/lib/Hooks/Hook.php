<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Hooks;

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

    /** @param array<string, mixed> $row */
    public static function of(array $row): self
    {
        $text = static fn (string $column): string => is_scalar($row[$column] ?? null) ? (string) $row[$column] : '';
        $number = static fn (string $column): int => (int) $text($column);

        return new self(
            $number('id'),
            $text('account'),
            $number('room_id'),
            $text('meeting_id'),
            $text('token_hash'),
            $text('hook_id'),
            $number('registered_at'),
            $number('remove_at'),
        );
    }
}
