<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests;

use Bluebridge\WordPress\Http\Cookies;

/** Keeps the cookies that a browser would get. */
final class KeptCookies implements Cookies
{
    /** @var array<string, string> */
    public array $values = [];

    public function give(string $name, string $value, int $seconds): void
    {
        $this->values[$name] = $value;
    }
}
