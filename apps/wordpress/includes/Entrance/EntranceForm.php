<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\Http\Sent;

/** What somebody posts who wants to enter a room. */
final class EntranceForm
{
    public const NAME = 'bluebridge_name';

    public const CONSENT = 'bluebridge_consent';

    public const CODE = 'bluebridge_code';

    public const BY = 'bluebridge_by';

    public const WAITING = 'waiting';

    public const LOGIN = 'login';

    public const EVICTS = 'bluebridge_evicts';

    public const NONCE = '_wpnonce';

    /**
     * @param bool $isGenuine for users: their own page made the form. Others have nothing to prove it by.
     * @param bool $isFromWaiting a page that waits sent it, and nobody pressed a button
     * @param string $code as it was typed; on no page again
     * @param bool $wantsLogin whether they only want to log in first
     * @param list<string> $evicts meetings beyond their time that they agree to end
     */
    private function __construct(
        public readonly string $name,
        public readonly bool $agreesToRecording,
        public readonly bool $isFromWaiting,
        public readonly bool $isGenuine,
        public readonly string $code,
        public readonly bool $wantsLogin,
        public readonly array $evicts,
    ) {
    }

    /** Reads the form that was posted for a room. */
    public static function posted(int $roomId): self
    {
        return new self(
            Sent::field(self::NAME),
            Sent::field(self::CONSENT) !== '',
            Sent::field(self::BY) === self::WAITING,
            !is_user_logged_in() || wp_verify_nonce(Sent::field(self::NONCE), self::action($roomId)) !== false,
            Sent::exactly(self::CODE),
            Sent::field(self::BY) === self::LOGIN,
            array_values(array_filter(explode(',', Sent::field(self::EVICTS)), ctype_digit(...))),
        );
    }

    /** Reads what the address says by which a page waits without its script. */
    public static function ofAddress(int $roomId): self
    {
        return new self(
            '',
            Sent::query(self::CONSENT) !== '',
            true,
            !is_user_logged_in() || wp_verify_nonce(Sent::query(self::NONCE), self::action($roomId)) !== false,
            '',
            false,
            [],
        );
    }

    /** Makes what proves that a page of the user made the form. */
    public static function nonce(int $roomId): string
    {
        return wp_create_nonce(self::action($roomId));
    }

    private static function action(int $roomId): string
    {
        return "bluebridge_enter_{$roomId}";
    }
}
