<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\MessageKeys;
use Bluebridge\Core\Signing\HashAlgorithm;

/**
 * Asks an endpoint for its version and its calls.
 *
 * @phpstan-import-type CallFinding from CapabilityRecord
 */
final class CapabilityFinder
{
    private const NO_RECORDING = 'bluebridge-probe-no-such-recording';

    /** Asked in this order while requests are left; all read, or name what does not exist. */
    private const QUESTIONS = [
        'getMeetings' => [],
        'getRecordings' => ['recordID' => [self::NO_RECORDING]],
        'hooks/list' => ['meetingID' => EndpointFinder::NO_MEETING],
        'updateRecordings' => ['recordID' => [self::NO_RECORDING]],
        'getRecordingTextTracks' => ['recordID' => self::NO_RECORDING],
        'sendChatMessage' => ['meetingID' => EndpointFinder::NO_MEETING, 'message' => 'probe'],
    ];

    public function __construct(private readonly Asker $asker)
    {
    }

    /** @param int $now epoch ms */
    public function find(FoundEndpoint $found, int $now): CapabilityRecord
    {
        $index = $this->asker->ask($found->endpoint, 'index', [], $found->hashAlgorithm);
        $calls = ['isMeetingRunning' => ['supported' => 'yes', 'evidence' => 'SUCCESS']];
        $hooksAlgorithm = null;
        foreach (self::QUESTIONS as $name => $params) {
            foreach (self::algorithmsFor($name, $found->hashAlgorithm) as $algorithm) {
                $finding = self::findingOf($this->asker->ask($found->endpoint, $name, $params, $algorithm));
                // What was found with one algorithm is not lost for want of requests to try the next.
                if (!isset($calls[$name]) || $finding['evidence'] !== 'not_asked') {
                    $calls[$name] = $finding;
                }
                if ($name === 'hooks/list' && $finding['supported'] === 'yes') {
                    $hooksAlgorithm = $algorithm;
                }
                if ($finding['evidence'] !== 'checksumError') {
                    break;
                }
            }
        }
        [$dialect, $because] = self::guessDialect($found->endpoint, $index, $calls);

        return new CapabilityRecord(
            $now,
            $found->endpoint,
            $found->hashAlgorithm,
            $hooksAlgorithm,
            self::versionIn($index, 'bbbVersion'),
            self::versionIn($index, 'apiVersion') ?? self::versionIn($index, 'version'),
            $dialect,
            $because,
            $calls,
        );
    }

    /**
     * Older releases of the service behind `hooks/` know sha1 only, whatever the server accepts.
     *
     * @return list<HashAlgorithm>
     */
    private static function algorithmsFor(string $name, HashAlgorithm $accepted): array
    {
        $isHook = str_starts_with($name, 'hooks/');

        return $isHook && $accepted !== HashAlgorithm::Sha1 ? [$accepted, HashAlgorithm::Sha1] : [$accepted];
    }

    /** @return CallFinding */
    private static function findingOf(?Answer $answer): array
    {
        return match ($answer?->kind) {
            null => ['supported' => 'unknown', 'evidence' => 'not_asked'],
            AnswerKind::Lost => ['supported' => 'unknown', 'evidence' => $answer->why->value],
            AnswerKind::Missing => ['supported' => 'no', 'evidence' => 'missing'],
            AnswerKind::Reply => self::findingIn($answer),
            default => ['supported' => 'unknown', 'evidence' => $answer->kind->value],
        };
    }

    /** @return CallFinding */
    private static function findingIn(Answer $reply): array
    {
        $key = $reply->messageKey();
        if ($reply->returncode() === 'SUCCESS') {
            // A server that has updated what does not exist says so of everything.
            $isLie = $reply->field('updated') === 'true';

            return ['supported' => $isLie ? 'unknown' : 'yes', 'evidence' => $key === null ? 'SUCCESS' : self::word($key)];
        }
        if ($key === null) {
            return ['supported' => 'unknown', 'evidence' => self::word($reply->returncode())];
        }
        $code = MessageKeys::CODES[$key] ?? null;
        $isOpen = $code === BbbError::ChecksumRejected || $code === BbbError::ServerUnavailable || $key === 'apiNotEnabled';

        return [
            'supported' => match (true) {
                $code === BbbError::NotSupported || $key === 'b3scaleGatewayError' => 'no',
                // Hooks have algorithms of their own, and some balancers take a call they do not know for another.
                $isOpen => 'unknown',
                default => 'yes',
            },
            'evidence' => self::word($key),
        ];
    }

    /**
     * @param array<string, CallFinding> $calls
     * @return array{string, string} name, and what says so
     */
    private static function guessDialect(string $endpoint, ?Answer $index, array $calls): array
    {
        $lacks = static fn (string $name): bool => ($calls[$name]['supported'] ?? '') === 'no';

        return match (true) {
            str_ends_with($endpoint, '/bbb-integration/') => ['integration', 'path'],
            ($index?->field('build') ?? '') !== '' => ['scalelite', 'build'],
            ($calls['hooks/list']['evidence'] ?? '') === 'unsupportedRequest' => ['scalelite', 'unsupportedRequest'],
            // An IntegrationAPI lacks these two but has hooks; a server that lacks hooks as well is a part of one.
            $lacks('updateRecordings') && $lacks('getRecordingTextTracks') && !$lacks('hooks/list')
                => ['integration', 'missing_calls'],
            default => ['bigbluebutton', 'nothing_else'],
        };
    }

    private static function versionIn(?Answer $index, string $name): ?string
    {
        $text = $index?->field($name) ?? '';

        return preg_match('/^[\w.+-]{1,40}$/D', $text) === 1 ? $text : null;
    }

    /** A key is the server's text: only what looks like one is passed on. */
    private static function word(string $key): string
    {
        return preg_match('/^[\w .-]{1,60}$/D', $key) === 1 ? $key : 'other_key';
    }
}
