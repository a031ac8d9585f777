<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Request\UrlRedactor;
use Bluebridge\Core\Response\ResponseInterpreter;
use Closure;
use Throwable;

/** Sends one request, once, and reports how it went. */
final class CallSender
{
    /** @param Closure(CallTrace): void|null $onCall */
    public function __construct(
        public readonly Transport $transport,
        public readonly Timeouts $timeouts,
        public readonly Time $time,
        private readonly ?Closure $onCall,
    ) {
    }

    public function send(string $name, HttpRequest $request): Outcome
    {
        $started = $this->time->now();
        $status = null;
        $wait = null;
        try {
            $response = $this->transport->send($request, $this->timeouts->of($name));
            $status = $response->status;
            $wait = RetryAfter::ms($response);
            $outcome = Outcome::reply(ResponseInterpreter::interpret($name, $response));
        } catch (Throwable $error) {
            $outcome = Outcome::failure(self::named($name, $error), $status, $wait);
        }
        $this->report($name, $request, self::word($outcome), $started, $status, $wait);

        return $outcome;
    }

    /** Tells of a request without its secrets. */
    public function report(
        string $name,
        HttpRequest $request,
        string $outcome,
        float $started,
        ?int $status = null,
        ?int $wait = null,
    ): void {
        if ($this->onCall !== null) {
            $url = UrlRedactor::redact($request->url);
            $duration = $this->time->now() - $started;
            ($this->onCall)(new CallTrace($name, $request->method, $url, $outcome, $duration, $status, $wait));
        }
    }

    /** Names the call on exceptions of the transport, which does not know it, nor what may be repeated. */
    public static function named(string $call, Throwable $error): BbbException
    {
        if (!$error instanceof BbbException) {
            $isRead = Timeouts::isRead($call);

            return new BbbException(BbbError::Unreachable, "{$call} could not be sent", call: $call, retryable: $isRead);
        }
        if ($error->call !== null) {
            return $error;
        }

        return new BbbException(
            $error->error,
            "{$call} failed: " . preg_replace('/^\[\w+\] /', '', $error->getMessage()),
            call: $call,
            messageKey: $error->messageKey,
            retryable: $error->retryable && Timeouts::isRead($call),
            previous: $error->getPrevious(),
            reason: $error->reason,
        );
    }

    private static function word(Outcome $outcome): string
    {
        if ($outcome->failure !== null) {
            return $outcome->failure->messageKey ?? $outcome->failure->error->value;
        }
        $word = $outcome->reply['messageKey'] ?? $outcome->reply['returncode'] ?? null;

        return is_string($word) ? $word : 'SUCCESS';
    }
}
