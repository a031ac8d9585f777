<?php

declare(strict_types=1);

namespace OCP\Files;

interface Node extends FileInfo
{
    /** @return string */
    public function getPath();

    /** @return bool */
    public function isCreatable();
}
