<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Signing\CanonicalQuery;
use SensitiveParameter;

/** The end of a meeting, as the server tells it at an address of ours. */
final class MeetingEnded
{
    private const CALLBACK = 'meeting_ended';

    /** Shorter keys could be found by trying. */
    private const MIN_KEY_LENGTH = 16;

    private const MAX_LENGTH = 8_192;

    /** Names that the address gets from us or from the server. */
    private const TAKEN = ['meetingID', 'recordingmarks', 'room', 'expires', 'mac'];

    /** @param bool|null $recordingmarks whether a recording will be processed, when the server says so */
    private function __construct(
        public readonly string $meetingID,
        public readonly string $roomRef,
        public readonly ?bool $recordingmarks,
    ) {
    }

    /**
     * Builds the URL for `meta_endCallbackUrl`: the host's address with meeting, room, expiry and a
     * MAC over them, because the server's own call carries no signature.
     *
     * @param string $base written as a URL parser leaves it
     * @param string $roomRef the host's own name of the room
     * @param int $expiresAt epoch milliseconds
     * @throws BbbException `not_configured` for an address that is not http(s) or already has one of
     *     the names, and for a key under 16 characters
     */
    public static function callbackUrl(
        string $base,
        string $meetingID,
        string $roomRef,
        int $expiresAt,
        #[SensitiveParameter] string $key,
    ): string {
        Refusals::requireKey(self::CALLBACK, $key, self::MIN_KEY_LENGTH);
        $isUsable = preg_match('~^https?://[^\s/?#@\x7F-\xFF]+(/[^\s?#\x7F-\xFF]*)?(\?[^\s#\x7F-\xFF]*)?$~iD', $base, $parts) === 1
            && array_intersect_key(self::fields($parts[2] ?? ''), array_flip(self::TAKEN)) === []
            && $expiresAt > 0;
        if (!$isUsable) {
            $message = 'no end callback can be built on this address';
            throw new BbbException(BbbError::NotConfigured, $message, call: self::CALLBACK);
        }
        $query = self::signedQuery($meetingID, $roomRef, (string) $expiresAt);
        $search = $parts[2] ?? '';
        $address = rtrim($base, '?') . (($parts[1] ?? '') === '' && $search === '' ? '/' : '');

        return $address . (strlen($search) < 2 ? '?' : '&') . "{$query}&mac=" . self::mac($query, $key);
    }

    /**
     * Verifies the address an end callback came in by, whole or from its `?` on. The server adds
     * `meetingID` (so it is there twice) and `recordingmarks`; both may be missing.
     *
     * It is a hint: ask `getMeetingInfo` before anything is undone.
     *
     * @param int $now epoch milliseconds
     * @throws BbbException `access_denied` for a wrong MAC, another meeting or an expired address,
     *     `bad_reply` for a malformed one
     */
    public static function verify(string $url, #[SensitiveParameter] string $key, int $now): self
    {
        Refusals::requireKey(self::CALLBACK, $key, self::MIN_KEY_LENGTH);
        if (strlen($url) > self::MAX_LENGTH) {
            throw Refusals::malformed(self::CALLBACK, 'has an oversized address');
        }
        $fields = self::fields(ReceivedBody::queryOf($url));
        $meetingIDs = $fields['meetingID'] ?? [];
        $roomRef = ReceivedBody::onlyField(self::CALLBACK, $fields, 'room');
        $expires = ReceivedBody::onlyField(self::CALLBACK, $fields, 'expires');
        $sent = ReceivedBody::onlyField(self::CALLBACK, $fields, 'mac');
        $meetingID = $meetingIDs[0] ?? throw Refusals::malformed(self::CALLBACK, 'has no meetingID');
        if (preg_match('/^[1-9]\d{0,15}$/D', $expires) !== 1) {
            throw Refusals::malformed(self::CALLBACK, 'has an odd expiry');
        }
        if (count(array_unique($meetingIDs, SORT_STRING)) > 1) {
            throw Refusals::denied(self::CALLBACK, 'names more than one meeting');
        }
        if (!ConstantTime::isSameText($sent, self::mac(self::signedQuery($meetingID, $roomRef, $expires), $key))) {
            throw Refusals::denied(self::CALLBACK, 'has a wrong MAC');
        }
        if ((int) $expires <= $now) {
            throw Refusals::denied(self::CALLBACK, 'has expired');
        }

        return new self($meetingID, $roomRef, self::booleanIn($fields['recordingmarks'][0] ?? ''));
    }

    /** @return array<array-key, non-empty-list<string>> */
    private static function fields(string $query): array
    {
        return ReceivedBody::formFields(self::CALLBACK, ltrim($query, '?'));
    }

    private static function signedQuery(string $meetingID, string $room, string $expires): string
    {
        return CanonicalQuery::build(['meetingID' => $meetingID, 'room' => $room, 'expires' => $expires]);
    }

    /** The label keeps MACs made with the same key for other ends from passing here. */
    private static function mac(string $query, #[SensitiveParameter] string $key): string
    {
        return hash_hmac('sha256', "bluebridge:meeting-ended:1\n{$query}", $key);
    }

    private static function booleanIn(string $word): ?bool
    {
        return ['true' => true, 'false' => false][$word] ?? null;
    }
}
