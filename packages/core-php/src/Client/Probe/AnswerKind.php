<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

/** What came back to one request of a probe. */
enum AnswerKind: string
{
    case Reply = 'reply';
    case Redirect = 'redirect';
    case Forbidden = 'forbidden';
    case Missing = 'missing';
    case Busy = 'busy';
    case Page = 'page';
    case Lost = 'lost';
}
