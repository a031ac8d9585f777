<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\StreamTransport;
use Bluebridge\Core\Client\Transport;
use Bluebridge\Core\Testing\TransportTestCase;

final class StreamTransportTest extends TransportTestCase
{
    protected function transport(int $maxBytes): Transport
    {
        return new StreamTransport($maxBytes);
    }
}
