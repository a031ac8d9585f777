<?php

declare(strict_types=1);

namespace Bluebridge\Core\Testing;

use ArrayObject;
use Bluebridge\Core\Client\StreamingTransport;
use Bluebridge\Core\Client\Transport;
use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Response\HttpResponse;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What every transport must do, against a server on this machine. A host extends it for its own. */
abstract class TransportTestCase extends TestCase
{
    private const CHECKSUM = '0123456789abcdef0123456789abcdef01234567';

    private static ?LocalServer $server = null;

    /** Makes the transport; replies over so many bytes are too large for it. */
    abstract protected function transport(int $maxBytes): Transport;

    final public static function setUpBeforeClass(): void
    {
        self::$server = new LocalServer();
    }

    final public static function tearDownAfterClass(): void
    {
        self::$server?->stop();
        self::$server = null;
    }

    final public function testUrlIsSentByteForByte(): void
    {
        $target = '/bigbluebutton/api/create?name=Fred%27s+Room+%28x%29%21*%7E&meta_a=%C3%A4%00&checksum=' . self::CHECKSUM;
        self::assertStringStartsWith("GET {$target} HTTP/1.", $this->seen($this->get($target))['head']);
    }

    final public function testHeadersAreSent(): void
    {
        $request = new HttpRequest('GET', self::origin() . '/echo', ['accept' => 'application/xml, text/xml, */*']);
        $head = $this->seen($this->send($request))['head'];
        self::assertStringContainsStringIgnoringCase("\r\naccept: application/xml, text/xml, */*", $head);
        self::assertSame(1, preg_match_all('/^accept:/mi', $head));
    }

    final public function testStatusHeadersAndBytesOfTheBodyComeBack(): void
    {
        $response = $this->get('/bytes');
        self::assertSame(200, $response->status);
        self::assertSame('application/xml', $response->headers['content-type'] ?? null);
        self::assertSame('a:b', $response->headers['x-odd'] ?? null);
        self::assertSame(implode('', array_map(chr(...), range(0, 255))), $response->body);
    }

    final public function testBodyInChunksComesBackWhole(): void
    {
        self::assertSame('abcde', $this->get('/chunked')->body);
    }

    final public function testErrorStatusIsAnAnswer(): void
    {
        $response = $this->get('/error');
        self::assertSame([503, '7', 'busy'], [$response->status, $response->headers['retry-after'] ?? null, $response->body]);
    }

    final public function testRedirectIsHandedBack(): void
    {
        $response = $this->get('/redirect');
        self::assertSame([302, '/bytes', 'elsewhere'], [$response->status, $response->headers['location'] ?? null, $response->body]);
    }

    final public function testNoCookieIsSentBack(): void
    {
        $transport = $this->transport(10_000);
        $request = new HttpRequest('GET', self::origin() . '/cookie', []);
        $transport->send($request, 5_000);
        $head = $this->seen($transport->send($request, 5_000))['head'];
        self::assertDoesNotMatchRegularExpression('/^cookie:/mi', $head);
    }

    #[DataProvider('bodies')]
    final public function testBodyIsSentByteForByte(string $body, string $type): void
    {
        $request = new HttpRequest('POST', self::origin() . '/echo?checksum=' . self::CHECKSUM, ['content-type' => $type], $body);
        $seen = $this->seen($this->send($request));
        self::assertStringStartsWith('POST /echo?checksum=', $seen['head']);
        self::assertStringContainsStringIgnoringCase("\r\ncontent-type: {$type}", $seen['head']);
        self::assertSame($body, $seen['body']);
    }

    /** @return iterable<string, array{string, string}> */
    final public static function bodies(): iterable
    {
        yield 'XML' => ['<modules><module name="ä&amp;"/></modules>', 'application/xml'];
        yield 'bytes of a file' => [random_bytes(3_000) . "\r\n--b--\r\n", 'multipart/form-data; boundary=b'];
        yield 'what looks like a file name' => ['@/etc/hostname', 'application/json'];
    }

    final public function testBodyOverTheCapIsRefused(): void
    {
        $this->assertRefused('/large', BbbError::BadReply, maxBytes: 4_999);
        self::assertSame(5_000, strlen($this->get('/large', maxBytes: 5_000)->body));
    }

    #[DataProvider('silences')]
    final public function testServerThatFallsSilentIsATimeout(string $path): void
    {
        $started = hrtime(true);
        $this->assertRefused($path, BbbError::Timeout, timeoutMs: 1_000);
        self::assertLessThan(4e9, hrtime(true) - $started);
    }

    /** @return iterable<string, array{string}> */
    final public static function silences(): iterable
    {
        yield 'from the beginning' => ['/silent'];
        yield 'in the middle of the body' => ['/stuck'];
    }

    final public function testCutBodyIsUnreachable(): void
    {
        $this->assertRefused('/cut', BbbError::Unreachable);
    }

    final public function testNobodyThereIsUnreachable(): void
    {
        $gone = new LocalServer();
        $gone->stop();
        $this->assertRefused('/echo', BbbError::Unreachable, origin: $gone->origin);
    }

    final public function testServerWithoutTlsIsUnreachable(): void
    {
        $this->assertRefused('/echo', BbbError::Unreachable, origin: str_replace('http:', 'https:', self::origin()));
    }

    final public function testStreamGivesTheSameBytes(): void
    {
        $transport = $this->transport(10);
        if (!$transport instanceof StreamingTransport) {
            $this->expectNotToPerformAssertions();

            return;
        }
        $response = $transport->open(new HttpRequest('GET', self::origin() . '/large', []), 5_000);
        self::assertSame(200, $response->status);
        self::assertSame('5000', $response->headers['content-length'] ?? null);
        self::assertSame(str_repeat('x', 5_000), implode('', [...$response->body]), 'A stream has no cap of its own.');

    }

    final public function testStreamThatFallsSilentIsATimeoutAfterWhatCame(): void
    {
        $transport = $this->transport(10);
        if (!$transport instanceof StreamingTransport) {
            $this->expectNotToPerformAssertions();

            return;
        }
        $stuck = $transport->open(new HttpRequest('GET', self::origin() . '/stuck', []), 1_000);
        $came = new ArrayObject();
        try {
            foreach ($stuck->body as $part) {
                $came->append($part);
            }
            self::fail('The stream ended well.');
        } catch (BbbException $error) {
            self::assertSame(BbbError::Timeout, $error->error);
        }
        self::assertStringStartsWith('abc', implode('', [...$came, '']));
    }

    private function get(string $target, int $maxBytes = 10_000): HttpResponse
    {
        return $this->send(new HttpRequest('GET', self::origin() . $target, []), $maxBytes);
    }

    private function send(HttpRequest $request, int $maxBytes = 10_000): HttpResponse
    {
        return $this->transport($maxBytes)->send($request, 5_000);
    }

    private function assertRefused(
        string $path,
        BbbError $expected,
        int $maxBytes = 10_000,
        int $timeoutMs = 5_000,
        ?string $origin = null,
    ): void {
        $url = ($origin ?? self::origin()) . "{$path}?meetingID=a&checksum=" . self::CHECKSUM;
        try {
            $this->transport($maxBytes)->send(new HttpRequest('GET', $url, []), $timeoutMs);
            self::fail('An answer came.');
        } catch (BbbException $error) {
            self::assertSame($expected, $error->error, $error->getMessage());
            self::assertSame($expected !== BbbError::BadReply, $error->retryable);
            for ($told = $error; $told !== null; $told = $told->getPrevious()) {
                self::assertStringNotContainsString(self::CHECKSUM, $told->getMessage());
            }
        }
    }

    /** @return array{head: string, body: string} the request as the server has seen it */
    private function seen(HttpResponse $response): array
    {
        $seen = json_decode($response->body, true, 8, JSON_THROW_ON_ERROR);
        self::assertIsArray($seen);
        self::assertIsString($seen['head'] ?? null);
        self::assertIsString($seen['body'] ?? null);

        return ['head' => $seen['head'], 'body' => (string) base64_decode($seen['body'], true)];
    }

    private static function origin(): string
    {
        return self::$server === null ? self::fail('The server is not running.') : self::$server->origin;
    }
}
