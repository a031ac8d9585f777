<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\Recordings\Captions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class CaptionsTest extends TestCase
{
    #[DataProvider('files')]
    public function testCaptionsAreKnownByWhatIsInThem(string $text, ?string $format): void
    {
        self::assertSame($format, Captions::format($text));
    }

    /** @return iterable<string, array{string, string|null}> */
    public static function files(): iterable
    {
        yield 'WebVTT' => ["WEBVTT\n\n00:00.000 --> 00:01.000\nHallo", 'vtt'];
        yield 'WebVTT with a mark of its encoding' => ["\u{FEFF}WEBVTT - title\r\n\r\n00:00:00.000 --> 00:00:01.000\r\nHallo", 'vtt'];
        yield 'SubRip' => ["1\n00:00:00,000 --> 00:00:01,000\nHallo", 'srt'];
        yield 'WebVTT that shows nothing' => ["WEBVTT\n", null];
        yield 'a page' => ['<html>00:00:00 --> 00:00:01</html>', null];
        yield 'something binary' => ["WEBVTT\n\n00:00.000 --> 00:01.000\n\0", null];
        yield 'another encoding' => ["1\n00:00:00,000 --> 00:00:01,000\nM\xFCller", null];
        yield 'nothing' => ['', null];
    }
}
