<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

use Bluebridge\Core\Client\Transport;
use Bluebridge\Core\Dialects\Dialect;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Request\RequestBuilder;
use Bluebridge\Core\Request\RequestTarget;
use Bluebridge\Core\Signing\HashAlgorithm;
use SensitiveParameter;
use Throwable;

/** Sends the requests of one probe and counts them. The secret signs; it is never sent. */
final class Asker
{
    /** Most requests of one probe. */
    private const MAX_CALLS = 12;

    private int $made = 0;

    public function __construct(
        #[SensitiveParameter] private readonly string $secret,
        private readonly Transport $transport,
        private readonly int $timeoutMs,
    ) {
    }

    /** How many requests were sent. */
    public function made(): int
    {
        return $this->made;
    }

    /**
     * Sends one call; answers nothing when all requests are used up.
     *
     * @param array<string, mixed> $params
     */
    public function ask(
        string $endpoint,
        string $name,
        array $params,
        HashAlgorithm $algorithm,
        bool $isWrong = false,
    ): ?Answer {
        if ($this->made >= self::MAX_CALLS) {
            return null;
        }
        $this->made++;
        // Of the family that has most calls: what is missing shall show in the answers.
        $dialect = Dialect::named('bigbluebutton');
        $target = new RequestTarget($endpoint, $this->secret, $dialect, $algorithm, $algorithm);
        $request = RequestBuilder::build($target, $name, $params);
        if ($isWrong) {
            $request = new HttpRequest($request->method, self::withWrongChecksum($request->url), $request->headers);
        }
        try {
            return Answer::ofResponse($this->transport->send($request, $this->timeoutMs), $request->url);
        } catch (Throwable $error) {
            return Answer::ofFailure($error);
        }
    }

    /** Of the right length, so that nothing but a look at its digits tells it from the right one. */
    private static function withWrongChecksum(string $url): string
    {
        return (string) preg_replace_callback(
            '/[0-9a-f]+$/D',
            static fn (array $digits): string => str_repeat('0', strlen($digits[0])),
            $url,
        );
    }
}
