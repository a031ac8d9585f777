<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

/** Why no answer came. */
enum LostReason: string
{
    case HostNotFound = 'host_not_found';
    case Unreachable = 'unreachable';
    case TimedOut = 'timed_out';
    case TlsMissing = 'tls_missing';
    case TlsUntrusted = 'tls_untrusted';
}
