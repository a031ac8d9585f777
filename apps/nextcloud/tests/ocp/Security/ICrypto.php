<?php

declare(strict_types=1);

namespace OCP\Security;

interface ICrypto
{
    public function calculateHMAC(string $message, string $password = ''): string;

    public function encrypt(string $plaintext, string $password = ''): string;

    public function decrypt(string $authenticatedCiphertext, string $password = ''): string;
}
