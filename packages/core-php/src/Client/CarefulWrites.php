<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Request\HttpRequest;
use Closure;

/** Writes whose answer may be lost. */
final class CarefulWrites
{
    private const MAX_PAUSE_MS = 10_000;

    private const CREATE_FIELDS = [
        'meetingID',
        'internalMeetingID',
        'parentMeetingID',
        'attendeePW',
        'moderatorPW',
        'createTime',
        'voiceBridge',
        'dialNumber',
        'createDate',
        'hasUserJoined',
        'duration',
        'hasBeenForciblyEnded',
    ];

    private const SUCCESS = ['returncode' => 'SUCCESS', 'messageKey' => null, 'message' => null];

    /** @param Closure(string): Outcome $look asks for a meeting anew, trying as often as reads are tried */
    public function __construct(
        private readonly CallSender $sender,
        private readonly Retries $retries,
        private readonly Closure $look,
    ) {
    }

    /**
     * Sends `create`. When the answer is lost, or is no reply that can be read, it looks whether the
     * meeting is there: if so that is the reply, if not it sends once more. A second `create` never
     * starts without such a look, because it may reserve seats.
     *
     * @param array<array-key, mixed> $params
     */
    public function create(array $params, HttpRequest $request): Outcome
    {
        for ($made = 1; ; $made++) {
            $outcome = $this->sender->send('create', $request);
            // The first create may arrive after all, and then the second one clashes with it.
            $isClash = $made > 1 && $outcome->failure?->error === BbbError::IdNotUnique;
            if (!self::isLost($outcome) && !$isClash) {
                return $outcome;
            }
            $found = $this->lookFor($params);
            $reply = $found->failure === null ? self::createReplyFrom($found->reply, $params) : null;
            if ($reply !== null) {
                return Outcome::reply($reply);
            }
            $pause = max($this->retries->pauseAfter($made), $outcome->retryAfterMs ?? 0);
            if (!self::isAbsent($found) || $made > 1 || $pause > self::MAX_PAUSE_MS) {
                return $outcome;
            }
            $this->sender->time->sleep($pause);
        }
    }

    /**
     * Sends `end`, once. When the answer is lost, a meeting that is gone counts as ended.
     *
     * @param array<array-key, mixed> $params
     */
    public function end(array $params, HttpRequest $request): Outcome
    {
        $outcome = $this->sender->send('end', $request);
        if (!self::isLost($outcome)) {
            return $outcome;
        }
        $found = $this->lookFor($params);
        $isGone = self::isAbsent($found) || ($found->reply['hasBeenForciblyEnded'] ?? null) === true;

        return $isGone ? Outcome::reply(self::SUCCESS) : $outcome;
    }

    /** Tells whether a write may have taken effect although no answer says so. */
    private static function isLost(Outcome $outcome): bool
    {
        $status = $outcome->status ?? 0;

        return match ($outcome->failure?->error) {
            // A page of a 3xx or 4xx comes from somebody who turned the request away.
            BbbError::BadReply => $status < 300 || $status >= 500,
            BbbError::Unreachable, BbbError::Timeout, BbbError::ServerUnavailable => true,
            default => false,
        };
    }

    private static function isAbsent(Outcome $found): bool
    {
        return $found->failure?->error === BbbError::MeetingNotFound;
    }

    /** @param array<array-key, mixed> $params */
    private function lookFor(array $params): Outcome
    {
        $meetingID = $params['meetingID'] ?? '';

        return ($this->look)(is_string($meetingID) ? $meetingID : '');
    }

    /**
     * Gives the reply `create` would have given; nothing when this is not the meeting that was asked for.
     *
     * @param array<string, mixed> $info
     * @param array<array-key, mixed> $params
     * @return array<string, mixed>|null
     */
    private static function createReplyFrom(array $info, array $params): ?array
    {
        $isOther = ($info['hasBeenForciblyEnded'] ?? null) === true;
        foreach (['attendeePW', 'moderatorPW'] as $password) {
            $isOther = $isOther || (isset($params[$password]) && $params[$password] !== ($info[$password] ?? null));
        }
        if ($isOther || !isset($info['internalMeetingID'])) {
            return null;
        }
        $fields = [];
        foreach (self::CREATE_FIELDS as $name) {
            $fields[$name] = $info[$name] ?? null;
        }

        return self::SUCCESS + $fields;
    }
}
