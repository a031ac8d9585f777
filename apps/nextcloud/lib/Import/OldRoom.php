<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Import;

use SensitiveParameter;

/** A room as the app "BigBlueButton" (cloud_bbb) keeps it. */
final class OldRoom
{
    /**
     * @param string $uid what its addresses end in, and what servers know it by
     * @param string $access public, password, waiting_room, waiting_room_all, internal or internal_restricted
     * @param array<string, string|int|bool> $settings by the names of `SettingTable`
     * @param list<array{kind: string, target: string, role: string}> $members
     */
    public function __construct(
        public readonly string $uid,
        public readonly string $name,
        public readonly string $ownerId,
        public readonly string $access,
        #[SensitiveParameter] public readonly string $password,
        #[SensitiveParameter] public readonly string $moderatorToken,
        public readonly bool $hasPresentation,
        public readonly array $settings,
        public readonly array $members,
    ) {
    }

    public function wantsLogin(): bool
    {
        return $this->access === 'internal';
    }
}
