<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Server;

use Bluebridge\Core\Client\Transport;
use Bluebridge\Core\Testing\TransportTestCase;
use Bluebridge\WordPress\Server\WordPressTransport;

require_once __DIR__ . '/core-contracts.php';

final class WordPressTransportTest extends TransportTestCase
{
    protected function transport(int $maxBytes): Transport
    {
        return new WordPressTransport($maxBytes);
    }
}
