<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\CurlTransport;
use Bluebridge\Core\Client\Transport;
use Bluebridge\Core\Testing\TransportTestCase;
use PHPUnit\Framework\Attributes\RequiresPhpExtension;

#[RequiresPhpExtension('curl')]
final class CurlTransportTest extends TransportTestCase
{
    protected function transport(int $maxBytes): Transport
    {
        return new CurlTransport($maxBytes);
    }
}
