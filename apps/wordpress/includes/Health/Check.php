<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

/** One thing that Site Health looks at. */
interface Check
{
    /** Small letters only. */
    public function id(): string;

    public function label(): string;

    public function finding(): Finding;
}
