<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\People;

use Bluebridge\WordPress\Http\Cookies;
use Bluebridge\WordPress\Http\Sent;

/**
 * By which a browser without an account is known again, so that a guest who comes back keeps the seat
 * and need not type the name again. It is a random number that this site has signed; nobody can make
 * one for somebody else's seat. The name is kept in the browser only.
 */
final class GuestCookie
{
    private const NAME = 'bluebridge_guest';

    private const CALLED = 'bluebridge_guest_name';

    private const FORM = '/^(?<id>[0-9a-f]{32})\.(?<proof>[0-9a-f]{64})$/D';

    /** The name is written in hexadecimal digits, which nothing on the way changes. */
    private const CALLED_FORM = '/^(?<name>(?:[0-9a-f]{2}){1,800})\.(?<proof>[0-9a-f]{64})$/D';

    private ?string $issued = null;

    private ?string $called = null;

    public function __construct(private readonly Cookies $cookies)
    {
    }

    /** Gives the number of the browser; null for one that has none yet. */
    public function id(): ?string
    {
        if ($this->issued !== null || preg_match(self::FORM, Sent::cookie(self::NAME), $found) !== 1) {
            return $this->issued;
        }

        return hash_equals(self::proofOf($found['id']), $found['proof']) ? $found['id'] : null;
    }

    /** Gives the number of the browser, and one to a browser that has none. Before any output. */
    public function idOrNew(): string
    {
        $id = $this->id();
        if ($id !== null) {
            return $id;
        }
        $this->issued = bin2hex(random_bytes(16));
        $this->cookies->give(self::NAME, "{$this->issued}." . self::proofOf($this->issued), MONTH_IN_SECONDS);

        return $this->issued;
    }

    /** Gives the name this guest typed last; empty when they have not. */
    public function name(): string
    {
        $id = $this->id();
        if ($this->called !== null || $id === null || preg_match(self::CALLED_FORM, Sent::cookie(self::CALLED), $found) !== 1) {
            return $this->called ?? '';
        }

        return hash_equals(self::proofOf("{$id} {$found['name']}"), $found['proof']) ? (string) hex2bin($found['name']) : '';
    }

    /** Keeps the name of this guest for the next time. Before any output. */
    public function keepName(string $name): void
    {
        if ($name === '' || $name === $this->name()) {
            return;
        }
        $this->called = $name;
        $digits = bin2hex($name);
        $this->cookies->give(self::CALLED, "{$digits}." . self::proofOf("{$this->idOrNew()} {$digits}"), MONTH_IN_SECONDS);
    }

    private static function proofOf(string $text): string
    {
        return hash_hmac('sha256', "bluebridge guest {$text}", wp_salt('auth'));
    }
}
