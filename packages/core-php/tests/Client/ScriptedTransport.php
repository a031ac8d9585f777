<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\Transport;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Response\HttpResponse;
use RuntimeException;

/** A transport that gives its answers in turn, and remembers what it was asked. */
final class ScriptedTransport implements Transport
{
    /** @var list<string> names of the calls */
    public array $asked = [];

    /** @var list<HttpRequest> */
    public array $sent = [];

    /** @var list<int> */
    public array $limits = [];

    /** @var list<string|HttpResponse|BbbException> */
    private array $left;

    public function __construct(string|HttpResponse|BbbException ...$answers)
    {
        $this->left = array_values($answers);
    }

    public static function success(string $inner = ''): string
    {
        return "<response><returncode>SUCCESS</returncode>{$inner}</response>";
    }

    public static function failed(string $key): string
    {
        return "<response><returncode>FAILED</returncode><messageKey>{$key}</messageKey></response>";
    }

    public static function info(string $inner = ''): string
    {
        return self::success(
            "<meetingID>abc123</meetingID><internalMeetingID>i-1</internalMeetingID><createTime>1700</createTime>{$inner}",
        );
    }

    public static function status(int $status, string $body = ''): HttpResponse
    {
        return new HttpResponse($status, [], $body);
    }

    public function send(HttpRequest $request, int $timeoutMs): HttpResponse
    {
        preg_match('~api/(.*?)(?:\?|$)~', $request->url, $call);
        $this->asked[] = $call[1] ?? '';
        $this->sent[] = $request;
        $this->limits[] = $timeoutMs;
        $answer = array_shift($this->left) ?? throw new RuntimeException('Asked more often than expected.');
        if ($answer instanceof BbbException) {
            throw $answer;
        }

        return $answer instanceof HttpResponse ? $answer : new HttpResponse(200, [], $answer);
    }
}
