<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCA\Bluebridge\Model\Visibility;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RecordingsSync;
use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A recording of a room, as our own index has it. Times are epoch ms, 0 for never.
 *
 * @method int getRoomId()
 * @method void setRoomId(int $roomId)
 * @method string getRecordId()
 * @method void setRecordId(string $recordId)
 * @method string|null getIndexed() JSON, as `RecordingsSync` has it
 * @method void setIndexed(string $indexed)
 * @method string|null getVisibility() a value of `Visibility`
 * @method void setVisibility(string $visibility)
 * @method int getStartedAt()
 * @method void setStartedAt(int $startedAt)
 * @method int getDeletingSince() when it was deleted, while the server still lists it
 * @method void setDeletingSince(int $deletingSince)
 * @method string|null getLinkNonce() what its public address was made with; another one is another address
 * @method void setLinkNonce(?string $linkNonce)
 * @method string|null getLinkPassword() hash
 * @method void setLinkPassword(?string $linkPassword)
 * @method int getLinkExpiresAt()
 * @method void setLinkExpiresAt(int $linkExpiresAt)
 * @method int getToldAt() when people were told that it is ready
 * @method void setToldAt(int $toldAt)
 *
 * @phpstan-import-type Indexed from RecordingsSync
 */
final class Recording extends Entity
{
    protected int $roomId = 0;
    protected string $recordId = '';
    protected ?string $indexed = null;
    protected ?string $visibility = null;
    protected int $startedAt = 0;
    protected int $deletingSince = 0;
    protected ?string $linkNonce = null;
    protected ?string $linkPassword = null;
    protected int $linkExpiresAt = 0;
    protected int $toldAt = 0;

    public function __construct()
    {
        foreach (['roomId', 'startedAt', 'deletingSince', 'linkExpiresAt', 'toldAt'] as $number) {
            $this->addType($number, Types::BIGINT);
        }
        foreach (['recordId', 'visibility', 'linkNonce', 'linkPassword'] as $text) {
            $this->addType($text, Types::STRING);
        }
        $this->addType('indexed', Types::TEXT);
    }

    /** @return Indexed what the core knows it as */
    public function known(): array
    {
        $known = json_decode($this->indexed ?? '', true);

        /** @var Indexed */
        return (is_array($known) ? $known : []) + ['recordID' => $this->recordId, 'state' => 'processing'];
    }

    public function visibility(): Visibility
    {
        // A recording is seldom meant for the whole world.
        return Visibility::tryFrom($this->visibility ?? '') ?? Visibility::Members;
    }

    /** Servers that can protect recordings say of each whether it is. */
    public function knowsProtection(): bool
    {
        return ($this->known()['facts']['protected'] ?? null) !== null;
    }

    public function isProtected(): bool
    {
        return ($this->known()['facts']['protected'] ?? false) === true;
    }

    /** @param Indexed $indexed */
    public function learn(array $indexed): void
    {
        $this->setIndexed(json_encode($indexed, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE));
        $this->setStartedAt((int) ($indexed['facts']['startTime'] ?? $indexed['expectedSince'] ?? 0));
    }
}
