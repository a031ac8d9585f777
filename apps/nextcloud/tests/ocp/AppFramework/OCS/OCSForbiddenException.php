<?php

declare(strict_types=1);

namespace OCP\AppFramework\OCS;

use Exception;
use OCP\AppFramework\Http;

class OCSForbiddenException extends OCSException
{
    /** @param string $message */
    public function __construct($message = '', ?Exception $previous = null)
    {
        parent::__construct($message, Http::STATUS_FORBIDDEN, $previous);
    }
}
