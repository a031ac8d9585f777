<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Errors\BadReplyReason;
use RuntimeException;

/** Why a reply was refused, as a word and in words for developers. Nothing of the reply is quoted. */
final class XmlRefused extends RuntimeException
{
    public function __construct(public readonly BadReplyReason $reason, string $message)
    {
        parent::__construct($message);
    }
}
