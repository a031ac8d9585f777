<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Document;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\DownloadMapper;
use OCP\IURLGenerator;
use OCP\Security\ISecureRandom;

/**
 * Addresses at which a meeting server fetches a file once. A fetch by a server is up to three requests:
 * it looks where an address leads before it takes what is there, and a balancer may look too. They come
 * within a moment; after it, and after a quarter of an hour unused, an address leads nowhere.
 */
class DownloadAddress
{
    private const LASTS_MS = 900_000;

    private const REQUESTS = 3;

    private const WITHIN_MS = 120_000;

    public function __construct(
        private readonly DownloadMapper $downloads,
        private readonly ISecureRandom $random,
        private readonly IURLGenerator $urls,
        private readonly Clock $clock,
    ) {
    }

    public function of(string $userId, int $fileId): string
    {
        $now = $this->clock->now();
        $secret = $this->random->generate(43, ISecureRandom::CHAR_ALPHANUMERIC);
        $this->downloads->tidy($now);
        $this->downloads->add($secret, $userId, $fileId, $now + self::LASTS_MS);

        return $this->urls->linkToRouteAbsolute('bluebridge.download.show', ['secret' => $secret]);
    }

    /** @return array{userId: string, fileId: int}|null what an address leads to; null when to nothing any more */
    public function take(string $secret): ?array
    {
        return $this->downloads->take($secret, $this->clock->now(), self::REQUESTS, self::WITHIN_MS);
    }
}
