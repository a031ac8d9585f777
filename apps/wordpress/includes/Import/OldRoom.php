<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Import;

use SensitiveParameter;

/** A room as the plugin "BigBlueButton" by Blindside Networks keeps it. */
final class OldRoom
{
    /**
     * @param string $token by which shortcodes name it
     * @param list<string> $categories names
     */
    public function __construct(
        public readonly int $id,
        public readonly string $title,
        public readonly string $status,
        public readonly int $authorId,
        public readonly string $token,
        public readonly string $meetingID,
        #[SensitiveParameter] public readonly string $viewerCode,
        #[SensitiveParameter] public readonly string $moderatorCode,
        public readonly bool $isRecorded,
        public readonly bool $waitsForModerator,
        public readonly array $categories,
    ) {
    }
}
