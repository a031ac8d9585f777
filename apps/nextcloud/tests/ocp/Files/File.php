<?php

declare(strict_types=1);

namespace OCP\Files;

interface File extends Node
{
    /** @return string */
    public function getContent();

    /**
     * @param string $mode
     * @return resource|false
     */
    public function fopen($mode);
}
