<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Probe\Pasted;
use SensitiveParameter;

/** The secret in what an administrator pasted. */
final class PastedSecret
{
    /** Gives the secret without what copying added; empty when there is none to be found. */
    public static function in(string $pasted, #[SensitiveParameter] string $secret): string
    {
        $read = Pasted::read($pasted, $secret);

        return $read instanceof Pasted ? $read->secret : '';
    }
}
