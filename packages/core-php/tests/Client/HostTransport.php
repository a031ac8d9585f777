<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\Transport;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Response\HttpResponse;
use Closure;

/** A host made of one function, which is asked by address, call and length of the checksum. */
final class HostTransport implements Transport
{
    /** @var list<string> what was asked for, without queries */
    public array $asked = [];

    /** @param Closure(string, string, int): (string|HttpResponse) $serve */
    public function __construct(private readonly Closure $serve)
    {
    }

    /** A wrong checksum, which a probe sends on purpose, is refused. */
    public function send(HttpRequest $request, int $timeoutMs): HttpResponse
    {
        [$address, $query] = explode('?', $request->url, 2) + ['', ''];
        $this->asked[] = $address;
        preg_match('~checksum=([0-9a-f]+)$~D', $query, $checksum);
        preg_match('~/api/?(.*)$~D', $address, $call);
        $isWrong = preg_match('/^0+$/D', $checksum[1] ?? '') === 1;
        $answer = $isWrong
            ? ScriptedTransport::failed('checksumError')
            : ($this->serve)($address, $call[1] ?? '', strlen($checksum[1] ?? ''));

        return $answer instanceof HttpResponse ? $answer : new HttpResponse(200, [], $answer);
    }
}
