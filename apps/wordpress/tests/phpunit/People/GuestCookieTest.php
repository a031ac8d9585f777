<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\People;

use Bluebridge\WordPress\People\GuestCookie;
use Bluebridge\WordPress\Tests\KeptCookies;
use Bluebridge\WordPress\Tests\WordPressTestCase;

final class GuestCookieTest extends WordPressTestCase
{
    private const ID = '0123456789abcdef0123456789abcdef';

    public function testABrowserWithoutACookieGetsOneThatIsKnownAgain(): void
    {
        $cookies = new KeptCookies();
        $id = (new GuestCookie($cookies))->idOrNew();
        $_COOKIE['bluebridge_guest'] = $cookies->values['bluebridge_guest'] ?? '';
        $again = new KeptCookies();
        self::assertSame($id, (new GuestCookie($again))->idOrNew());
        self::assertSame([], $again->values);
    }

    public function testABrowserWithoutACookieIsNobody(): void
    {
        self::assertNull((new GuestCookie(new KeptCookies()))->id());
    }

    public function testASignedNumberIsKnownAgain(): void
    {
        $_COOKIE['bluebridge_guest'] = self::ID . '.' . hash_hmac('sha256', 'bluebridge guest ' . self::ID, wp_salt('auth'));
        self::assertSame(self::ID, (new GuestCookie(new KeptCookies()))->id());
    }

    public function testANumberThatSomebodyMadeUpIsNobody(): void
    {
        $forged = [self::ID, self::ID . '.' . str_repeat('0', 64), self::ID . '.' . hash_hmac('sha256', self::ID, 'guess')];
        foreach ($forged as $cookie) {
            $_COOKIE['bluebridge_guest'] = $cookie;
            self::assertNull((new GuestCookie(new KeptCookies()))->id(), $cookie);
        }
    }
}
