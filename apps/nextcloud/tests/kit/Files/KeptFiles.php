<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Files;

use OCP\Files\IRootFolder;
use OCP\Files\Node;
use OCP\Files\NotFoundException;

/** The files of all accounts. */
final class KeptFiles extends KeptNode implements IRootFolder
{
    /** @var array<string, UserFolder> */
    private array $folders = [];

    public function __construct()
    {
        parent::__construct(1, '');
    }

    /** Puts a file into somebody's files, and gives its id. */
    public function put(string $userId, string $path, string $content, KeptStorage $storage = new KeptStorage()): int
    {
        return $this->folderOf($userId)->put($path, $content, $storage);
    }

    public function getUserFolder($userId)
    {
        return $this->folderOf(is_string($userId) ? $userId : '');
    }

    public function get($path)
    {
        throw new NotFoundException();
    }

    public function getFirstNodeById(int $id): ?Node
    {
        return null;
    }

    public function getNonExistingName($name)
    {
        throw new NotFoundException();
    }

    public function newFile($path, $content = null)
    {
        throw new NotFoundException();
    }

    private function folderOf(string $userId): UserFolder
    {
        return $this->folders[$userId] ??= new UserFolder(10 * (count($this->folders) + 1), 'files');
    }
}
