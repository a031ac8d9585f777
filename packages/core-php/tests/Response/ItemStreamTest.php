<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Response;

use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Response\HttpResponse;
use Bluebridge\Core\Response\ItemStream;
use Bluebridge\Core\Response\ResponseInterpreter;
use PHPUnit\Framework\TestCase;

/** What a stream says is what the whole document says, however it is broken and cut. */
final class ItemStreamTest extends TestCase
{
    private const ROUNDS = 1_500;

    private const TEXTS = [
        '', ' ', '0012', 'true', '12', '-7', '99999999999999999999', '&amp;', '&#x1F600;', 'a&lt;b', '<![CDATA[<i>&amp;]]>',
        'a<!--</recording>-->b', 'Ümläute 日本語 😀', "line\r\nbreak", '<?pi x?>', '<a/>', '<b>x</b>y', 'a>b', 'x<b/>', '<![CDATA[</recordings>]]>',
    ];

    private const BYTES = '<>/&;"\'![]-?ax ' . "\n\x01\x80\xC3\xFF\xF0";

    protected function setUp(): void
    {
        mt_srand(20_261_122);
    }

    public function testRandomRepliesAreReadAlike(): void
    {
        $accepted = 0;
        for ($round = 0; $round < self::ROUNDS; $round++) {
            $accepted += $this->assertReadAlike($this->reply());
        }
        self::assertGreaterThan(200, $accepted);
    }

    public function testRepliesWithAByteChangedDroppedOrCutAreReadAlike(): void
    {
        for ($round = 0; $round < self::ROUNDS; $round++) {
            $reply = $this->reply();
            $at = mt_rand(0, strlen($reply) - 1);
            $byte = substr(self::BYTES, mt_rand(0, strlen(self::BYTES) - 1), 1);
            $this->assertReadAlike(match ($round % 4) {
                0 => substr($reply, 0, $at) . $byte . substr($reply, $at + 1),
                1 => substr($reply, 0, $at) . substr($reply, $at + 1),
                2 => substr($reply, 0, $at),
                default => substr($reply, 0, $at) . $byte . substr($reply, $at),
            });
        }
    }

    public function testMemoryDoesNotGrowWithTheNumberOfItems(): void
    {
        $chunks = static function (int $count): iterable {
            yield '<response><returncode>SUCCESS</returncode><recordings>';
            for ($part = 0; $part < $count; $part++) {
                yield str_repeat('<recording><recordID>r</recordID><name>' . str_repeat('n', 900) . '</name></recording>', 60);
            }
            yield '</recordings></response>';
        };
        $peak = static function (int $count) use ($chunks): int {
            $before = memory_get_usage();
            $peak = 0;
            foreach (new ItemStream('getRecordings', $chunks($count), 200) as $item) {
                self::assertSame('r', $item['recordID'] ?? null);
                $peak = max($peak, memory_get_usage() - $before);
            }

            return $peak;
        };
        $peak(1);
        self::assertLessThan(2 * $peak(4), $peak(40));
    }

    /** @return int<0, 1> whether the reply was one */
    private function assertReadAlike(string $reply): int
    {
        $whole = self::outcome(static function () use ($reply): array {
            $found = ResponseInterpreter::interpret('getRecordings', new HttpResponse(200, [], $reply));
            $items = $found['recordings'] ?? [];
            unset($found['recordings']);

            return [$items, $found];
        });
        $size = max(1, mt_rand(1, 90));
        $streamed = self::outcome(static function () use ($reply, $size): array {
            $stream = new ItemStream('getRecordings', str_split($reply, $size), 200);

            return [iterator_to_array($stream, false), $stream->rest()];
        });
        self::assertEquals($whole, $streamed, "{$reply}\nin parts of {$size}");

        return is_array($whole) ? 1 : 0;
    }

    /** @param callable(): array<array-key, mixed> $read */
    private static function outcome(callable $read): mixed
    {
        try {
            return $read();
        } catch (BbbException $error) {
            return $error->error;
        }
    }

    private function reply(): string
    {
        $items = '';
        for ($count = mt_rand(0, 4); $count > 0; $count--) {
            $items .= $this->pick(['', ' ', "\n", '<odd/>', '<!--c-->', 't']) . $this->recording();
        }
        $list = $this->pick(["<recordings>{$items}</recordings>", "<recordings >{$items}</recordings >", '<recordings/>']);
        $field = $this->pick(['', '<totalElements>2</totalElements>', '<odd>' . $this->text() . '</odd>', '<!--x-->']);
        $code = '<returncode>SUCCESS</returncode>';

        return $this->pick(['', "\n", "\u{feff}", '<?xml version="1.0" encoding="UTF-8"?>' . "\n"]) . '<response>'
            . $this->pick([$code . $list . $field, $code . $field . $list, $list . $code, $field . $list . $code])
            . '</response>' . $this->pick(['', "\n", '<!--end-->']);
    }

    private function recording(): string
    {
        $inner = '';
        for ($count = mt_rand(0, 3); $count > 0; $count--) {
            $name = $this->pick(['name', 'meetingID', 'published', 'startTime', 'odd', 'recording']);
            $text = $this->text();
            $inner .= $this->pick([
                "<{$name}>{$text}</{$name}>",
                "<metadata><a>{$text}</a><constructor>1</constructor></metadata>",
                '<breakout sequence="1"/>',
                "<playback><format><type>{$text}</type><preview><images><image alt=\"&lt;a>\n\" width=\"7\">{$text}</image></images></preview></format></playback>",
                "<breakoutRooms><breakoutRoom>{$text}</breakoutRoom></breakoutRooms>",
            ]);
        }
        $end = $this->pick(['</recording>', '</recording>', '</recording >']);

        return "<recording><recordID>r-0012</recordID>{$inner}{$end}";
    }

    private function text(): string
    {
        return $this->pick(self::TEXTS);
    }

    /** @param non-empty-list<string> $choices */
    private function pick(array $choices): string
    {
        return $choices[mt_rand(0, count($choices) - 1)] ?? '';
    }
}
