<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Document;

use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Service\DocumentRules;
use OCP\Files\File;
use OCP\Files\IRootFolder;
use OCP\Files\Node;
use OCP\Files\NotFoundException;
use OCP\Files\NotPermittedException;
use OCP\Files\Storage\ISharedStorage;

/**
 * The files of people, as far as meetings can show them. Everybody reads only what they can open
 * themselves, and gives away only what they can download: a meeting offers its documents to all.
 */
class UserFiles
{
    public function __construct(private readonly IRootFolder $root)
    {
    }

    /**
     * Finds a file that somebody chose.
     *
     * @param string $path in their own files
     * @throws Problem `no_such_document`, `document_invalid` or `document_too_large`
     */
    public function choose(string $userId, string $path): File
    {
        try {
            $file = $this->root->getUserFolder($userId)->get($path);
        } catch (NotFoundException | NotPermittedException) {
            throw Problem::invalid('no_such_document');
        }
        if (!$file instanceof File || !self::isShown($file)) {
            throw Problem::invalid('document_invalid');
        }
        if ($file->getSize() > DocumentRules::MAX_BYTES) {
            throw Problem::invalid('document_too_large');
        }

        return $file;
    }

    /** Finds a file again; null when it is gone, or became one that nobody could choose any more. */
    public function find(string $userId, int $fileId): ?File
    {
        try {
            $file = $this->root->getUserFolder($userId)->getFirstNodeById($fileId);
        } catch (NotFoundException | NotPermittedException) {
            return null;
        }

        return $file instanceof File && self::isShown($file) && $file->getSize() <= DocumentRules::MAX_BYTES ? $file : null;
    }

    private static function isShown(File $file): bool
    {
        $ending = strtolower(pathinfo($file->getName(), PATHINFO_EXTENSION));

        return in_array($ending, DocumentRules::KINDS, true) && $file->getSize() > 0 && self::mayBeDownloaded($file);
    }

    /** Some shares let people look at files in the browser only; of files themselves nobody sees that. */
    private static function mayBeDownloaded(Node $node): bool
    {
        $storage = $node->getStorage();
        if (!$storage->instanceOfStorage(ISharedStorage::class)) {
            return true;
        }
        /** @var ISharedStorage $storage it may be wrapped, and is no instance of it then */

        return $storage->getShare()->getAttributes()?->getAttribute('permissions', 'download') !== false;
    }
}
