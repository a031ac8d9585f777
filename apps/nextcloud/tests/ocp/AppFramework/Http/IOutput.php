<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http;

interface IOutput
{
    /**
     * @param string|resource $path
     * @return bool
     */
    public function setReadfile($path);
}
