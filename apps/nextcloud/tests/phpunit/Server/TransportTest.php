<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Server;

use OCA\Bluebridge\Server\HostTransport;
use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Tests\AppTestCase;
use OCA\Bluebridge\Tests\Kit\Host\PouredOut;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Request\HttpRequest;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Response\ReplyText;
use OCP\Http\Client\IClientService;
use PHPUnit\Framework\Attributes\DataProvider;

/** How long servers are waited for, and how much of what they say is taken. */
final class TransportTest extends AppTestCase
{
    private const URL = 'https://bbb.example.org/bigbluebutton/api/';

    protected function setUp(): void
    {
        parent::setUp();
        (new ServerSettingsStore($this->host->settings))->write(new ServerSettings('https://bbb.example.org/bigbluebutton/', 'secret'));
    }

    /** @return iterable<string, array{string, array<string, mixed>, float|int}> */
    public static function calls(): iterable
    {
        yield 'a question' => ['getMeetings', [], 8];
        yield 'a meeting is opened' => ['create', ['meetingID' => 'nc-1', 'name' => 'Physics'], 25];
        yield 'words in a chat' => ['sendChatMessage', ['meetingID' => 'nc-1', 'message' => 'Hello'], 8];
    }

    /** @param array<string, mixed> $params */
    #[DataProvider('calls')]
    public function testEachCallHasItsTime(string $call, array $params, float|int $seconds): void
    {
        $client = $this->answering(new PouredOut(200, ['<response/>']));
        $this->assertFails(BbbError::BadReply, fn (): array => $this->host->container->get(Servers::class)->client()->call($call, $params));
        // After an answer that says nothing it may look what became of it.
        self::assertStringStartsWith(self::URL . $call, $client->asked[0]['url']);
        $options = $client->asked[0]['options'];
        self::assertEquals([2, $seconds], [$options['connect_timeout'], $options['timeout']]);
        self::assertSame([false, false, false], [$options['allow_redirects'], $options['http_errors'], $options['cookies']]);
        self::assertSame(['allow_local_address' => false], $options['nextcloud']);
    }

    public function testWhoLeadsElsewhereIsNotFollowed(): void
    {
        $client = $this->answering(new PouredOut(302, [''], ['Location' => ['https://elsewhere.example.org/']]));
        $response = $this->host->container->get(HostTransport::class)->send(new HttpRequest('GET', self::URL, []), 8_000);
        self::assertSame([302, 1], [$response->status, count($client->asked)]);
    }

    public function testABodyWithoutEndIsCutOffWhileItArrives(): void
    {
        $part = str_repeat('x', 1_048_576);
        $client = $this->answering(new PouredOut(200, array_fill(0, 64, $part)));
        $send = fn (): mixed => $this->host->container->get(HostTransport::class)->send(new HttpRequest('GET', self::URL, []), 8_000);
        $this->assertFails(BbbError::BadReply, $send);
        self::assertSame(ReplyText::MAX_BYTES, $client->taken);
    }

    public function testABodyThatAClientWithoutCurlGivesIsCutOffToo(): void
    {
        $stream = fopen('data:text/plain,' . str_repeat('x', 1_001), 'r');
        self::assertIsResource($stream);
        foreach ([str_repeat('x', 1_001), $stream] as $body) {
            $client = $this->answering(new PouredOut(200, [], body: $body));
            $transport = new HostTransport($client, new ServerSettingsStore($this->host->settings), 1_000);
            $this->assertFails(BbbError::BadReply, static fn (): mixed => $transport->send(new HttpRequest('GET', self::URL, []), 8_000));
        }
    }

    public function testABodyOfJustTheSizeIsTaken(): void
    {
        $client = $this->answering(new PouredOut(200, [str_repeat('x', 400), str_repeat('y', 600)]));
        $transport = new HostTransport($client, new ServerSettingsStore($this->host->settings), 1_000);
        self::assertSame(1_000, strlen($transport->send(new HttpRequest('GET', self::URL, []), 8_000)->body));
    }

    private function answering(PouredOut $client): PouredOut
    {
        $this->host->container->put(IClientService::class, $client);
        $this->host->container->forgetApp();

        return $client;
    }

    /** @param \Closure(): mixed $work */
    private function assertFails(BbbError $with, \Closure $work): void
    {
        try {
            $work();
        } catch (BbbException $error) {
            self::assertSame($with, $error->error);

            return;
        }
        self::fail('It was taken.');
    }
}
