<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Request\HttpRequest;

/** Answers about meetings of one server, kept for a moment in what a host brings. */
final class StatusMemory
{
    /** Calls that many people in front of a closed door ask at once. */
    private const STATUS_CALLS = ['isMeetingRunning', 'getMeetingInfo', 'getMeetings'];

    /** An age of answers outlasts every one of them. */
    private const AGE_MS = 86_400_000;

    private readonly string $server;

    /** @param int $maxAgeMs how long an answer may be given again; 0 keeps nothing */
    public function __construct(private readonly ?StatusCache $cache, private readonly int $maxAgeMs, string $endpoint)
    {
        $this->server = 'bluebridge-' . substr(hash('sha256', $endpoint), 0, 24);
    }

    /**
     * Gives the answer that was kept; otherwise asks, and keeps a reply, or the answer that there is
     * no such meeting. What was asked before `forget` is not found after it.
     *
     * @param callable(): Outcome $ask
     */
    public function remember(string $name, HttpRequest $request, callable $ask): Outcome
    {
        if ($this->cache === null || $this->maxAgeMs <= 0 || !in_array($name, self::STATUS_CALLS, true)) {
            return $ask();
        }
        $key = "{$this->server}-" . substr(hash('sha256', $this->age() . $request->url), 0, 40);
        $kept = $this->cache->find($key);
        if ($kept !== null) {
            return self::unpacked($name, $kept);
        }
        $outcome = $ask();
        $isAnswer = $outcome->failure === null || $outcome->failure->error === BbbError::MeetingNotFound;
        if ($isAnswer) {
            $this->cache->keep($key, self::packed($outcome), $this->maxAgeMs);
        }

        return $outcome;
    }

    /** Lets nobody have an answer from before. */
    public function forget(): void
    {
        $this->cache?->keep($this->server, ['age' => bin2hex(random_bytes(8))], self::AGE_MS);
    }

    private function age(): string
    {
        $age = $this->cache?->find($this->server)['age'] ?? null;

        return is_string($age) ? $age : '';
    }

    /** @return array<string, mixed> */
    private static function packed(Outcome $outcome): array
    {
        return $outcome->failure === null ? ['reply' => $outcome->reply] : ['messageKey' => $outcome->failure->messageKey];
    }

    /** @param array<array-key, mixed> $kept */
    private static function unpacked(string $name, array $kept): Outcome
    {
        $reply = $kept['reply'] ?? null;
        if (is_array($reply)) {
            /** @var array<string, mixed> $reply */
            return Outcome::reply($reply);
        }
        $key = $kept['messageKey'] ?? null;
        $words = "{$name} was refused " . (is_string($key) ? "with {$key}" : 'without a key');
        $messageKey = is_string($key) ? $key : null;

        return Outcome::failure(new BbbException(BbbError::MeetingNotFound, $words, call: $name, messageKey: $messageKey));
    }
}
