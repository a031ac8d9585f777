<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Document;

use OCA\Bluebridge\Db\Document;
use OCA\Bluebridge\Db\DocumentMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\Table;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Service\DocumentRules;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Catalogue\Bytes;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCP\Files\File;

/**
 * Files that a room's meetings show: those kept with the room from the start, others when they are sent.
 *
 * @phpstan-type Chosen array{string, File}
 * @phpstan-type Sent array{name: string, content: Bytes}|array{url: string, filename: string}
 */
class RoomDocuments
{
    /** Together in one request: more than that is fetched by the server, from an address of some minutes. */
    private const MOST_INLINE = 1_000_000;

    public function __construct(
        private readonly DocumentMapper $documents,
        private readonly UserFiles $files,
        private readonly DownloadAddress $addresses,
        private readonly Servers $servers,
    ) {
    }

    /**
     * Finds the files that somebody chose for a meeting.
     *
     * @param array<array-key, mixed> $paths in their own files
     * @return list<Chosen> each with whose it is
     * @throws Problem `too_many_documents`, or those of `UserFiles::choose`
     */
    public function choose(string $userId, array $paths): array
    {
        $chosen = array_values(array_filter($paths, is_string(...)));
        if (count($chosen) > DocumentRules::MOST) {
            throw Problem::invalid('too_many_documents');
        }

        return array_map(fn (string $path): array => [$userId, $this->files->choose($userId, $path)], $chosen);
    }

    /**
     * Lists what a meeting of the room shows from the start.
     *
     * @param list<Chosen> $chosen for this meeting alone, by whoever opens it
     * @return list<Sent> the chosen ones first: a meeting shows the first
     */
    public function ofStart(Room $room, array $chosen = []): array
    {
        $known = array_map(static fn (array $each): int => (int) $each[1]->getId(), $chosen);
        foreach ($this->documents->ofRoom($room->getId()) as $document) {
            $file = in_array($document->getFileId(), $known, true) ? null : $this->files->find($document->getOwnerId(), $document->getFileId());
            if ($file !== null) {
                $chosen[] = [$document->getOwnerId(), $file];
            }
        }

        return $this->packed($chosen);
    }

    /**
     * Keeps files with a room.
     *
     * @param string $userId whose they are
     * @param list<File> $files
     * @throws Problem `too_many_documents`
     */
    public function keep(Room $room, string $userId, array $files): void
    {
        $known = array_map(static fn (Document $each): int => $each->getFileId(), $this->documents->ofRoom($room->getId()));
        $new = array_filter($files, static fn (File $file): bool => !in_array($file->getId(), $known, true));
        if (count($known) + count($new) > DocumentRules::MOST) {
            throw Problem::conflict('too_many_documents');
        }
        foreach ($new as $file) {
            $document = new Document();
            $document->setRoomId($room->getId());
            $document->setOwnerId($userId);
            $document->setFileId((int) $file->getId());
            $document->setName(mb_substr($file->getName(), 0, 255));
            // Somebody else may be keeping the same file just now.
            Table::unlessTaken(fn (): Document => $this->documents->insert($document));
        }
    }

    /**
     * Shows files in the meeting that runs now.
     *
     * @param list<Chosen> $chosen
     * @throws BbbException when the server fails, or cannot do that
     */
    public function send(Room $room, array $chosen): void
    {
        $body = ['presentation' => $this->packed($chosen)];
        $this->servers->clientOf($room->getMeetingId())->call('insertDocument', ['meetingID' => $room->getMeetingId()], $body);
    }

    /**
     * Shows the files kept with a room to somebody.
     *
     * @return list<array{id: int, name: string, size: int, path: string|null, isThere: bool}>
     */
    public function list(Room $room): array
    {
        return array_map(function (Document $document): array {
            $file = $this->files->find($document->getOwnerId(), $document->getFileId());

            return [
                'id' => $document->getId(),
                'name' => $file?->getName() ?? $document->getName(),
                'size' => (int) $file?->getSize(),
                // Where somebody keeps it is their own business.
                'path' => null,
                'isThere' => $file !== null,
            ];
        }, $this->documents->ofRoom($room->getId()));
    }

    /**
     * @param list<Chosen> $files
     * @return list<Sent>
     */
    private function packed(array $files): array
    {
        $together = array_sum(array_map(static fn (array $each): int|float => $each[1]->getSize(), $files));

        return array_map(fn (array $each): array => $together <= self::MOST_INLINE
            ? ['name' => $each[1]->getName(), 'content' => new Bytes($each[1]->getContent())]
            : ['url' => $this->addresses->of($each[0], (int) $each[1]->getId()), 'filename' => $each[1]->getName()], $files);
    }
}
