<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Files;

use OCP\Files\Node;

/** A file or a folder. */
abstract class KeptNode implements Node
{
    public function __construct(private readonly int $id, private readonly string $name)
    {
    }

    public function getId()
    {
        return $this->id;
    }

    public function getName()
    {
        return $this->name;
    }

    public function getSize($includeMounts = true)
    {
        return 0;
    }

    public function getPath()
    {
        return "/{$this->name}";
    }

    public function isCreatable()
    {
        return true;
    }

    public function getStorage()
    {
        return new KeptStorage();
    }

    public function getMimeType(): string
    {
        return 'httpd/unix-directory';
    }
}
