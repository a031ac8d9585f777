<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Http;

/** Gives cookies to the browser. */
interface Cookies
{
    /** Gives one that scripts and other sites cannot use. Before any output. */
    public function give(string $name, string $value, int $seconds): void;
}
