<?php

declare(strict_types=1);

namespace OCP\Http\Client;

use RuntimeException;

class LocalServerException extends RuntimeException
{
}
