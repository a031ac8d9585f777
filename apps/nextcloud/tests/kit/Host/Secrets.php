<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\Security\ICrypto;
use OCP\Security\IHasher;
use OCP\Security\ISecureRandom;

/** Random texts, hashes and sealed texts; the hashes are the cheapest that there are. */
final class Secrets implements ISecureRandom, IHasher, ICrypto
{
    private const KEY = 'a key for tests, 32 bytes long !';

    public function generate(int $length, string $characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'): string
    {
        $text = '';
        for ($index = 0; $index < $length; ++$index) {
            $text .= $characters[random_int(0, strlen($characters) - 1)];
        }

        return $text;
    }

    public function hash(string $message): string
    {
        return '3|' . password_hash($message, PASSWORD_BCRYPT, ['cost' => 4]);
    }

    public function verify(string $message, string $hash, &$newHash = null): bool
    {
        return password_verify($message, substr($hash, 2));
    }

    public function calculateHMAC(string $message, string $password = ''): string
    {
        return hash_hmac('sha512', $message, $password . self::KEY, true);
    }

    public function encrypt(string $plaintext, string $password = ''): string
    {
        $nonce = random_bytes(SODIUM_CRYPTO_SECRETBOX_NONCEBYTES);

        return bin2hex($nonce . sodium_crypto_secretbox($plaintext, $nonce, self::KEY));
    }

    public function decrypt(string $authenticatedCiphertext, string $password = ''): string
    {
        $sealed = (string) hex2bin($authenticatedCiphertext);
        [$nonce, $text] = [substr($sealed, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES), substr($sealed, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES)];
        $opened = sodium_crypto_secretbox_open($text, $nonce, self::KEY);

        return $opened === false ? throw new \Exception('HMAC does not match.') : $opened;
    }
}
