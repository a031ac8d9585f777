<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Exception;

use OCP\AppFramework\Http;
use RuntimeException;

/** Something a person must know why it was not done. The code decides; `ProblemWords` has the words. */
final class Problem extends RuntimeException
{
    /**
     * @param string $problem one of the codes of `ProblemWords`
     * @param int $status of the HTTP answer
     * @param list<array{path: string, rule: string, allowed?: string, text?: string}> $violations what
     *     is wrong with which setting, in words if they are not ours
     * @param int $retryAfter seconds
     */
    private function __construct(
        public readonly string $problem,
        public readonly int $status,
        public readonly array $violations = [],
        public readonly int $retryAfter = 0,
    ) {
        parent::__construct($problem);
    }

    /** There is none, or none that this person may know of. */
    public static function notFound(string $problem): self
    {
        return new self($problem, Http::STATUS_NOT_FOUND);
    }

    public static function forbidden(string $problem): self
    {
        return new self($problem, Http::STATUS_FORBIDDEN);
    }

    /** What was sent cannot be meant. */
    public static function invalid(string $problem): self
    {
        return new self($problem, Http::STATUS_BAD_REQUEST);
    }

    public static function conflict(string $problem): self
    {
        return new self($problem, Http::STATUS_CONFLICT);
    }

    /** @param non-empty-list<array{path: string, rule: string, allowed?: string}> $violations */
    public static function settings(array $violations): self
    {
        return new self('settings_invalid', Http::STATUS_BAD_REQUEST, $violations);
    }

    /**
     * Somebody else's rule for passwords is not kept, and they have words for it.
     *
     * @param string $path of the field
     */
    public static function passwordRefused(string $path, string $words): self
    {
        $violation = ['path' => $path, 'rule' => 'policy', 'text' => $words];

        return new self('password_refused', Http::STATUS_BAD_REQUEST, [$violation]);
    }

    /** @param int $retryAfter seconds */
    public static function tooManyTries(int $retryAfter): self
    {
        return new self('too_many_tries', Http::STATUS_TOO_MANY_REQUESTS, retryAfter: $retryAfter);
    }
}
