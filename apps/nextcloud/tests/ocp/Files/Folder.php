<?php

declare(strict_types=1);

namespace OCP\Files;

interface Folder extends Node
{
    /** @return Node */
    public function get($path);

    public function getFirstNodeById(int $id): ?Node;

    /** @return string */
    public function getNonExistingName($name);

    /**
     * @param string $path
     * @param string|resource|null $content
     * @return File
     */
    public function newFile($path, $content = null);
}
