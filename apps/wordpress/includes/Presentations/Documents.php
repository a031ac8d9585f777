<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Presentations;

use Bluebridge\WordPress\Meetings\MeetingDocuments;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Catalogue\Bytes;

/**
 * Files of the media library as `create` and `insertDocument` take them. Small ones travel with the
 * call, so that they are there even where the server cannot reach this site; larger ones are fetched.
 *
 * @phpstan-import-type Document from MeetingDocuments
 */
final class Documents implements MeetingDocuments
{
    /** Bytes that travel with one call: encoded they are a third more, and a call has 2 MiB at most. */
    private const TOGETHER = 1_000_000;

    public function __construct(private readonly DocumentAddress $addresses)
    {
    }

    public function of(StoredRoom $room): array
    {
        $files = [];
        foreach (RoomDocuments::of($room->id) as $chosen) {
            // Who chose it may have left; then it counts what the room's owner may read.
            $reader = get_userdata($chosen['by']) === false ? $room->authorId : $chosen['by'];
            $file = RoomDocuments::refusal($chosen['id'], $reader) === null ? DocumentFile::find($chosen['id']) : null;
            if ($file !== null) {
                $files[] = $file;
            }
        }

        return $this->packed($files);
    }

    /**
     * Gives one file for a meeting that runs.
     *
     * @return list<Document> empty when this person may not show it, or no meeting can;
     *     `RoomDocuments::refusal` says why
     */
    public function ofAttachment(int $id, int $userId): array
    {
        $file = RoomDocuments::refusal($id, $userId) === null ? DocumentFile::find($id) : null;

        return $file === null ? [] : $this->packed([$file]);
    }

    /**
     * @param list<DocumentFile> $files
     * @return list<Document>
     */
    private function packed(array $files): array
    {
        $left = self::TOGETHER;
        $documents = [];
        foreach ($files as $file) {
            // phpcs:ignore WordPress.WP.AlternativeFunctions -- a file of this machine
            $bytes = $file->size <= $left ? file_get_contents($file->path) : false;
            if (is_string($bytes)) {
                $left -= strlen($bytes);
            }
            $documents[] = is_string($bytes)
                ? ['name' => $file->name, 'content' => new Bytes($bytes)]
                : ['url' => $this->addresses->of($file), 'filename' => $file->name];
        }

        return $documents;
    }
}
