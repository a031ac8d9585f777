<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Server;

use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Tests\WordPressTestCase;

final class SealedTextTest extends WordPressTestCase
{
    public function testATextComesBack(): void
    {
        $sealed = (new SealedText())->seal('a secret');
        self::assertSame('a secret', (new SealedText())->open($sealed));
        self::assertStringNotContainsString('secret', $sealed);
    }

    public function testTheSameTextLooksDifferentEachTime(): void
    {
        self::assertNotSame((new SealedText())->seal('a secret'), (new SealedText())->seal('a secret'));
    }

    public function testWhatSomebodyChangedIsNotOpened(): void
    {
        $sealed = (new SealedText())->seal('a secret');
        $changed = substr($sealed, 0, -4) . (str_ends_with($sealed, 'AAA=') ? 'BBB=' : 'AAA=');
        self::assertNull((new SealedText())->open($changed));
        self::assertNull((new SealedText())->open('a secret'));
        self::assertNull((new SealedText())->open('sealed-1:c2hvcnQ='));
    }

    public function testAKeyThatWasReplacedStillOpens(): void
    {
        $sealed = (new SealedText(['the key before']))->seal('a secret');
        self::assertSame('a secret', (new SealedText(['the new key', 'the key before']))->open($sealed));
        self::assertNull((new SealedText(['the new key']))->open($sealed));
    }

    public function testAKeyOfItsOwnStillOpensWhatTheSaltsSealed(): void
    {
        $sealed = (new SealedText())->seal('a secret');
        self::assertSame('a secret', (new SealedText(['the new key', wp_salt('secure_auth')]))->open($sealed));
    }

    public function testTheSaltsOfAnotherSiteOpenNothing(): void
    {
        $sealed = (new SealedText())->seal('a secret');
        add_filter('salt', static fn (): string => 'another site');
        self::assertNull((new SealedText())->open($sealed));
    }
}
