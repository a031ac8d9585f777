<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

/** How a webhook proves where it comes from. */
enum WebhookScheme: string
{
    /** Hash of URL, body and secret (bbb-webhooks from 3.4). */
    case RawBody = 'raw_body';

    /** Hash of URL, the three fields as JSON, and secret (up to 2.6). */
    case FormJson = 'form_json';

    /** Hash of URL, `{}` and secret (3.0 to 3.3), which covers nothing of the body. */
    case Constant = 'constant';

    /** The shared secret itself in the Authorization header. */
    case Bearer = 'bearer';
}
