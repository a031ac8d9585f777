<?php

declare(strict_types=1);

namespace OCP\Files\Storage;

interface IStorage
{
    /**
     * @param class-string $class
     * @return bool
     */
    public function instanceOfStorage(string $class);
}
