<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Files;

use OCP\Files\Folder;
use OCP\Files\Node;
use OCP\Files\NotFoundException;

/** The files of one account. */
final class UserFolder extends KeptNode implements Folder
{
    /** @var array<string, KeptFile> by their paths */
    private array $files = [];

    public function put(string $path, string $content, KeptStorage $storage = new KeptStorage()): int
    {
        // A file that is written anew is the same file.
        $id = ($this->files[trim($path, '/')] ?? null)?->getId() ?? (int) $this->getId() * 100 + count($this->files);
        $this->files[trim($path, '/')] = new KeptFile($id, basename($path), $content, $storage);

        return $id;
    }

    public function get($path)
    {
        if ($path === '' || $path === '/') {
            return $this;
        }

        return $this->files[is_string($path) ? trim($path, '/') : ''] ?? throw new NotFoundException();
    }

    public function getNonExistingName($name)
    {
        $ending = pathinfo((string) $name, PATHINFO_EXTENSION);
        $taken = $this->files[(string) $name] ?? null;

        return $taken === null ? (string) $name : basename((string) $name, ".{$ending}") . " (2).{$ending}";
    }

    public function newFile($path, $content = null)
    {
        $text = is_resource($content) ? (string) stream_get_contents($content) : (string) $content;
        $this->put((string) $path, $text);

        return $this->files[trim((string) $path, '/')];
    }

    public function getFirstNodeById(int $id): ?Node
    {
        foreach ($this->files as $file) {
            if ($file->getId() === $id) {
                return $file;
            }
        }

        return null;
    }
}
