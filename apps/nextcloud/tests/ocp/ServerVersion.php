<?php

declare(strict_types=1);

namespace OCP;

class ServerVersion
{
    public function getMajorVersion(): int
    {
        return 32;
    }
}
