<?php

declare(strict_types=1);

namespace OCP\Migration;

interface IOutput
{
    public function debug(string $message): void;

    /** @param string $message */
    public function info($message);

    /** @param string $message */
    public function warning($message);
}
