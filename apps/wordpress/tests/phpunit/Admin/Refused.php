<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Admin;

use RuntimeException;

/** A form that was refused, with its HTTP status as code. */
final class Refused extends RuntimeException
{
}
