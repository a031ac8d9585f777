<?php

declare(strict_types=1);

namespace OCP;

class Defaults
{
    public function getName(): string
    {
        return 'Our cloud';
    }
}
