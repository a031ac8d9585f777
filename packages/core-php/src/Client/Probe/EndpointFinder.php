<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

use Bluebridge\Core\Client\LostReason;
use Bluebridge\Core\Signing\HashAlgorithm;

/**
 * Finds the endpoint among what was pasted. It asks whether a meeting runs that does not exist: that
 * changes nothing anywhere.
 */
final class EndpointFinder
{
    /** An id no host gives to a meeting. */
    public const NO_MEETING = 'bluebridge-probe-no-such-meeting';

    /**
     * The first one that is accepted is the best. sha256 stands before the longer ones: as a checksum
     * it is as safe as they are, and it is the only one that every known server, balancer and hooks
     * service accepts, so it stays right when one of them is changed. sha1 is the last resort.
     */
    private const ALGORITHMS = [
        HashAlgorithm::Sha256,
        HashAlgorithm::Sha512,
        HashAlgorithm::Sha384,
        HashAlgorithm::Sha1,
    ];

    /** The more a failure tells, the earlier it stands: the best of several paths is reported. */
    private const TELLING_FIRST = [
        ProbeFailure::Forbidden,
        ProbeFailure::ServerBusy,
        ProbeFailure::RedirectedElsewhere,
        ProbeFailure::NotBigbluebutton,
        ProbeFailure::ApiNotFound,
    ];

    public function __construct(private readonly Asker $asker)
    {
    }

    /** Finds the endpoint, and the best checksum it accepts. */
    public function find(Pasted $pasted): FoundEndpoint|ProbeFailure
    {
        $found = $this->tryPaths($pasted->origins[0], $pasted->paths);
        $second = $pasted->origins[1] ?? null;
        $isSilent = $found === ProbeFailure::Unreachable || $found === ProbeFailure::TlsMissing;
        if ($isSilent && $second !== null) {
            $other = $this->tryPaths($second, $pasted->paths);
            // A server is there, but not to be trusted: that tells more than that nobody answered before.
            if ($other === ProbeFailure::TlsUntrusted || is_array($other)) {
                $found = $other;
            }
        }

        return is_array($found) ? $this->chooseAlgorithm(...$found) : $found;
    }

    /** Tells whether a server takes a checksum that is wrong: then it answers everybody, not only us. */
    public function takesWrongChecksum(FoundEndpoint $found): bool
    {
        $answer = $this->ask($found->endpoint, $found->hashAlgorithm, true);

        return self::acceptance($answer, $found->endpoint) === true;
    }

    /**
     * @param list<string> $paths
     * @return array{string, Answer}|ProbeFailure endpoint and its reply
     */
    private function tryPaths(string $origin, array $paths): array|ProbeFailure
    {
        $failures = [];
        foreach ($paths as $path) {
            $answer = $this->ask($origin . $path, HashAlgorithm::Sha256);
            $secure = $answer?->kind === AnswerKind::Redirect ? self::secureOrigin($origin, $answer->to) : null;
            if ($secure !== null) {
                $origin = $secure;
                $answer = $this->ask($origin . $path, HashAlgorithm::Sha256);
            }
            if ($answer === null) {
                break;
            }
            if ($answer->kind === AnswerKind::Reply) {
                return [$origin . $path, $answer];
            }
            // The host itself cannot be talked to: other paths will not change that.
            if ($answer->kind === AnswerKind::Lost) {
                return self::lost($answer->why);
            }
            $failures[] = self::failureOf($answer, $origin);
        }
        foreach (self::TELLING_FIRST as $failure) {
            if (in_array($failure, $failures, true)) {
                return $failure;
            }
        }

        return ProbeFailure::NotBigbluebutton;
    }

    private function chooseAlgorithm(string $endpoint, Answer $reply): FoundEndpoint|ProbeFailure
    {
        foreach (self::ALGORITHMS as $algorithm) {
            $answer = $algorithm === HashAlgorithm::Sha256 ? $reply : $this->ask($endpoint, $algorithm);
            $verdict = self::acceptance($answer, $endpoint);
            if ($verdict === true) {
                return new FoundEndpoint($endpoint, $algorithm);
            }
            if ($verdict instanceof ProbeFailure) {
                return $verdict;
            }
        }

        return ProbeFailure::WrongSecret;
    }

    /** @return bool|ProbeFailure whether the checksum was accepted, or what else came */
    private static function acceptance(?Answer $answer, string $endpoint): bool|ProbeFailure
    {
        if ($answer === null) {
            return false;
        }
        if ($answer->kind !== AnswerKind::Reply) {
            return $answer->kind === AnswerKind::Lost ? self::lost($answer->why) : self::failureOf($answer, $endpoint);
        }
        $key = $answer->messageKey();

        return match (true) {
            $answer->returncode() === 'SUCCESS' || $key === 'notFound' => true,
            $key === 'checksumError' => false,
            $key === 'apiNotEnabled' => ProbeFailure::ApiDisabled,
            in_array($key, ['serverUnavailable', 'serverTagUnavailable', 'internalError'], true) => ProbeFailure::ServerBusy,
            default => ProbeFailure::ServerRefused,
        };
    }

    private function ask(string $endpoint, HashAlgorithm $algorithm, bool $isWrong = false): ?Answer
    {
        return $this->asker->ask($endpoint, 'isMeetingRunning', ['meetingID' => self::NO_MEETING], $algorithm, $isWrong);
    }

    private static function failureOf(Answer $answer, string $base): ProbeFailure
    {
        $from = Address::parse($base);
        $isElsewhere = $answer->to !== null && $answer->to->authority() !== $from?->authority();

        return match ($answer->kind) {
            AnswerKind::Redirect => $isElsewhere ? ProbeFailure::RedirectedElsewhere : ProbeFailure::NotBigbluebutton,
            AnswerKind::Forbidden => ProbeFailure::Forbidden,
            AnswerKind::Busy => ProbeFailure::ServerBusy,
            AnswerKind::Missing => ProbeFailure::ApiNotFound,
            default => ProbeFailure::NotBigbluebutton,
        };
    }

    private static function lost(LostReason $why): ProbeFailure
    {
        return ProbeFailure::from($why->value);
    }

    /** A redirect to the same host over https is followed, by asking there anew; no other one is. */
    private static function secureOrigin(string $base, ?Address $to): ?string
    {
        $from = Address::parse($base);
        $isUpgrade = $from?->scheme === 'http'
            && $to?->scheme === 'https'
            && $to->host === $from->host
            && ($to->port === null || $to->port === $from->port);

        return $isUpgrade ? $to->origin() : null;
    }
}
