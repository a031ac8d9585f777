<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

/** A check that asks another machine: Site Health runs it in a request of its own. */
interface SlowCheck extends Check
{
}
