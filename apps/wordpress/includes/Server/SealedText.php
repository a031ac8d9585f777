<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Server;

use SensitiveParameter;

/**
 * Texts that only this site can read: a copy of its database alone opens none of them. The key comes
 * from the constant `BLUEBRIDGE_SECRET_KEY`, or else from the salts of `wp-config.php`; when those
 * change, what was sealed is lost and must be typed again. A key that is replaced goes on opening as
 * `BLUEBRIDGE_SECRET_KEY_PREVIOUS`, until everything is saved anew.
 */
final class SealedText
{
    private const MARK = 'sealed-1:';

    /** @param non-empty-list<string>|null $sources what keys are made from, the one that seals first; null for the site's own */
    public function __construct(#[SensitiveParameter] private readonly ?array $sources = null)
    {
    }

    public function seal(#[SensitiveParameter] string $text): string
    {
        $nonce = random_bytes(SODIUM_CRYPTO_SECRETBOX_NONCEBYTES);

        // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- bytes become a text that an option can hold
        return self::MARK . base64_encode($nonce . sodium_crypto_secretbox($text, $nonce, self::keyFrom($this->sources()[0])));
    }

    /** Gives the text again; null when it was sealed with another key, or is none of ours. */
    public function open(string $sealed): ?string
    {
        if (!str_starts_with($sealed, self::MARK)) {
            return null;
        }
        // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
        $bytes = (string) base64_decode(substr($sealed, strlen(self::MARK)), true);
        if (strlen($bytes) < SODIUM_CRYPTO_SECRETBOX_NONCEBYTES + SODIUM_CRYPTO_SECRETBOX_MACBYTES) {
            return null;
        }
        $nonce = substr($bytes, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES);
        foreach ($this->sources() as $source) {
            $text = sodium_crypto_secretbox_open(substr($bytes, strlen($nonce)), $nonce, self::keyFrom($source));
            if ($text !== false) {
                return $text;
            }
        }

        return null;
    }

    /** Tells whether the site has a key for this alone. */
    public static function hasOwnKey(): bool
    {
        return self::constantNamed('BLUEBRIDGE_SECRET_KEY') !== null;
    }

    /**
     * Gives what keys are made from: the one that seals, then those that may have sealed before.
     *
     * @return non-empty-list<string>
     */
    private function sources(): array
    {
        if ($this->sources !== null) {
            return $this->sources;
        }
        $own = [self::constantNamed('BLUEBRIDGE_SECRET_KEY'), self::constantNamed('BLUEBRIDGE_SECRET_KEY_PREVIOUS')];

        return [...array_values(array_filter($own, is_string(...))), wp_salt('secure_auth')];
    }

    private static function keyFrom(#[SensitiveParameter] string $source): string
    {
        return hash_hkdf('sha256', $source, SODIUM_CRYPTO_SECRETBOX_KEYBYTES, 'bluebridge sealed text');
    }

    private static function constantNamed(string $name): ?string
    {
        $value = defined($name) ? constant($name) : null;

        return is_string($value) && $value !== '' ? $value : null;
    }
}
