<?php

declare(strict_types=1);

namespace OCP\AppFramework\OCS;

use Exception;

class OCSException extends Exception
{
}
