<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Web;

use RuntimeException;

/** What Nextcloud itself answers, before the app is asked. */
final class Refusal extends RuntimeException
{
    public function __construct(public readonly int $status)
    {
        parent::__construct("Nextcloud answers {$status}.");
    }
}
