<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Admin;

use RuntimeException;

/** Where a form would have sent the browser, in place of the end of the request. */
final class Redirected extends RuntimeException
{
}
