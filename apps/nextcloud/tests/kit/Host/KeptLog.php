<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use Psr\Log\AbstractLogger;
use Stringable;

/** What the app wrote to the log. */
final class KeptLog extends AbstractLogger
{
    /** @var list<string> */
    public array $lines = [];

    public function log($level, string|Stringable $message, array $context = []): void
    {
        $this->lines[] = "{$level}: {$message} " . json_encode($context, JSON_PARTIAL_OUTPUT_ON_ERROR);
    }
}
