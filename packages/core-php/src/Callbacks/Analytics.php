<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use Bluebridge\Core\Errors\BbbException;
use SensitiveParameter;
use stdClass;

/** How a meeting went, sent once after its end. */
final class Analytics
{
    private const CALLBACK = 'analytics';

    /** A day with hundreds of people stays far below. */
    private const MAX_BYTES = 16 * 1024 * 1024;

    /** What is taken over of a report; durations in seconds. The inner parts were seen at receivers, not published. */
    private const FIELDS = [
        'metadata' => 'map',
        'duration' => 'number',
        'start' => 'text',
        'finish' => 'text',
        'attendees' => [
            [
                'ext_user_id' => 'text',
                'name' => 'text',
                'moderator' => 'boolean',
                'joins' => 'texts',
                'leaves' => 'texts',
                'duration' => 'number',
                'recent_talking_time' => 'text',
                'engagement' => [
                    'chats' => 'number',
                    'talks' => 'number',
                    'raisehand' => 'number',
                    'emojis' => 'number',
                    'poll_votes' => 'number',
                    'talk_time' => 'number',
                ],
            ],
        ],
        'files' => 'open',
        'polls' => 'open',
    ];

    /** @param array<string, mixed> $data names as on the wire; every one of them may be missing */
    private function __construct(
        public readonly ?string $version,
        public readonly string $meetingID,
        public readonly ?string $internalMeetingID,
        public readonly array $data,
    ) {
    }

    /**
     * Verifies an analytics callback and reads its report.
     *
     * The bearer token is signed with HS512 and expires after a day. It does not cover the body:
     * somebody who saw it could send another report with it until then.
     *
     * @param string|null $authorization the header of that name
     * @param int $now epoch milliseconds
     * @throws BbbException `access_denied` for a missing, forged or expired token, `bad_reply` for a
     *     malformed token or report
     */
    public static function verify(
        #[SensitiveParameter] ?string $authorization,
        string $body,
        #[SensitiveParameter] string $secret,
        int $now,
    ): self {
        $token = self::bearerToken($authorization) ?? throw Refusals::denied(self::CALLBACK, 'has no bearer token');
        self::requireCurrent(Jws::verify(self::CALLBACK, $token, $secret, ['HS512']), $now);
        $report = ReceivedBody::json(self::CALLBACK, ReceivedBody::text(self::CALLBACK, $body, self::MAX_BYTES), 'a body');
        if (!$report instanceof stdClass) {
            throw Refusals::malformed(self::CALLBACK, 'holds no object');
        }
        $texts = Attributes::take($report, ['version' => 'text', 'meeting_id' => 'text', 'internal_meeting_id' => 'text']);
        $data = $report->data ?? null;
        $meetingID = self::textIn($texts, 'meeting_id') ?? '';
        if ($meetingID === '') {
            throw Refusals::malformed(self::CALLBACK, 'names no meeting');
        }
        if (!$data instanceof stdClass) {
            throw Refusals::malformed(self::CALLBACK, 'has no data');
        }

        return new self(
            self::textIn($texts, 'version'),
            $meetingID,
            self::textIn($texts, 'internal_meeting_id'),
            Attributes::take($data, self::FIELDS),
        );
    }

    /** Gives the token of an `Authorization: Bearer …` header. */
    public static function bearerToken(#[SensitiveParameter] ?string $authorization): ?string
    {
        return preg_match('/^Bearer +(\S+)$/iD', trim($authorization ?? ''), $found) === 1 ? $found[1] : null;
    }

    /** @param array<array-key, mixed> $claims */
    private static function requireCurrent(array $claims, int $now): void
    {
        $expiry = $claims['exp'] ?? null;
        $start = $claims['nbf'] ?? null;
        if (!is_int($expiry) && !is_float($expiry)) {
            throw Refusals::malformed(self::CALLBACK, 'has a token without expiry');
        }
        if ($expiry * 1000 <= $now) {
            throw Refusals::denied(self::CALLBACK, 'has an expired token');
        }
        $isValid = !array_key_exists('nbf', $claims) || ((is_int($start) || is_float($start)) && $start * 1000 <= $now);
        if (!$isValid) {
            throw Refusals::denied(self::CALLBACK, 'has a token that is not valid yet');
        }
    }

    /** @param array<string, mixed> $texts */
    private static function textIn(array $texts, string $name): ?string
    {
        $text = $texts[$name] ?? null;

        return is_string($text) ? $text : null;
    }
}
