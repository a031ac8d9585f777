<?php

declare(strict_types=1);

namespace OCP\Files;

interface FileInfo
{
    /** @return int|float */
    public function getSize($includeMounts = true);

    /** @return string */
    public function getName();

    public function getMimeType(): string;

    /** @return Storage\IStorage */
    public function getStorage();

    /** @return int|null */
    public function getId();
}
