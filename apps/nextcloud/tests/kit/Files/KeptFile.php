<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Files;

use OCP\Files\File;

/** A file with its content. */
final class KeptFile extends KeptNode implements File
{
    public function __construct(
        int $id,
        string $name,
        private readonly string $content,
        private readonly KeptStorage $storage = new KeptStorage(),
    ) {
        parent::__construct($id, $name);
    }

    public function getStorage()
    {
        return $this->storage;
    }

    public function fopen($mode)
    {
        $stream = fopen('php://temp', 'r+');
        if ($stream !== false) {
            fwrite($stream, $this->content);
            rewind($stream);
        }

        return $stream;
    }

    public function getContent()
    {
        return $this->content;
    }

    /** @return int */
    public function getSize($includeMounts = true)
    {
        return strlen($this->content);
    }

    public function getMimeType(): string
    {
        return 'application/pdf';
    }
}
