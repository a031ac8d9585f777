<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rest;

use Bluebridge\WordPress\Rooms\Hosts;

/** What a request wants of a room, checked. Null leaves something as it is. */
final class RoomWish
{
    /**
     * @param array<string, string|int|bool>|null $settings
     * @param list<int>|null $documents ids of attachments
     */
    public function __construct(
        public readonly ?string $title,
        public readonly string $status,
        public readonly ?string $presetId,
        public readonly ?array $settings,
        public readonly ?Hosts $hosts,
        public readonly ?array $documents,
        public readonly ?int $authorId,
        public readonly ?string $server,
    ) {
    }
}
