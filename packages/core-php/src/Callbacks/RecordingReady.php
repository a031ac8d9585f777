<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use Bluebridge\Core\Catalogue\ValueRules;
use Bluebridge\Core\Errors\BbbException;
use SensitiveParameter;

/** A recording that has just been published, in one of its formats. */
final class RecordingReady
{
    private const CALLBACK = 'recording_ready';

    private const MAX_BYTES = 64 * 1024;

    private function __construct(public readonly string $meetingID, public readonly string $recordID)
    {
    }

    /**
     * Verifies a recording-ready callback: a form whose `signed_parameters` is a token with exactly
     * the claims `meeting_id` and `record_id`.
     *
     * The server sends it once for each published format, so the receiver must be able to hear the
     * same twice; it never repeats one that failed. See the development page, "Recording ready".
     *
     * @param bool $allowHs512 Scalelite with SHA-512 only signs with HS512; otherwise HS256 alone is accepted
     * @throws BbbException `access_denied` for a wrong signature or algorithm, `bad_reply` for
     *     anything malformed
     */
    public static function verify(string $body, #[SensitiveParameter] string $secret, bool $allowHs512 = false): self
    {
        $fields = ReceivedBody::formFields(self::CALLBACK, ReceivedBody::text(self::CALLBACK, $body, self::MAX_BYTES));
        $token = ReceivedBody::onlyField(self::CALLBACK, $fields, 'signed_parameters');
        $claims = Jws::verify(self::CALLBACK, $token, $secret, $allowHs512 ? ['HS256', 'HS512'] : ['HS256']);
        $meetingID = $claims['meeting_id'] ?? null;
        $recordID = $claims['record_id'] ?? null;
        // Other tokens are signed with the same secret; exact claims keep them from passing here.
        if (count($claims) !== 2 || !self::isId($meetingID) || !self::isId($recordID)) {
            throw Refusals::malformed(self::CALLBACK, 'has other claims than meeting_id and record_id');
        }

        return new self($meetingID, $recordID);
    }

    /** @phpstan-assert-if-true non-empty-string $value */
    private static function isId(mixed $value): bool
    {
        // Counted as UTF-16, in which some characters are two.
        return is_string($value) && $value !== ''
            && ValueRules::length($value) + (int) preg_match_all('/[\xF0-\xF4]/', $value) <= 256;
    }
}
