<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Reference;

use FilesystemIterator;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

/** The reference of hooks says what the code has. */
final class HooksTest extends TestCase
{
    private const CALL = '/(?<kind>apply_filters|do_action)\(\s*\'(?<name>bluebridge_\w+)\'/';

    public function testEveryHookIsDescribedAndNoOther(): void
    {
        self::assertSame($this->called(), $this->described());
    }

    public function testEveryHookIsExplainedWhereItIsCalled(): void
    {
        $unexplained = [];
        foreach ($this->texts() as $file => $text) {
            preg_match_all(self::CALL, $text, $found, PREG_OFFSET_CAPTURE);
            foreach ($found['name'] as [$name, $at]) {
                $before = substr($text, 0, (int) $at);
                $lines = array_slice(explode("\n", $before), -4);
                if (!str_contains(implode("\n", $lines), '*/')) {
                    $unexplained[] = "{$file}: {$name}";
                }
            }
        }
        self::assertSame([], $unexplained);
    }

    /** @return array<string, list<string>> names by their kind */
    private function called(): array
    {
        $hooks = ['Actions' => [], 'Filters' => []];
        foreach ($this->texts() as $text) {
            preg_match_all(self::CALL, $text, $found, PREG_SET_ORDER);
            foreach ($found as $call) {
                $hooks[$call['kind'] === 'do_action' ? 'Actions' : 'Filters'][] = $call['name'];
            }
        }

        return array_map(self::sorted(...), $hooks);
    }

    /** @return array<string, list<string>> */
    private function described(): array
    {
        $page = (string) file_get_contents(dirname(__DIR__, 5) . '/docs/reference/wordpress-hooks.md');
        $hooks = ['Actions' => [], 'Filters' => []];
        foreach (['Actions', 'Filters'] as $kind) {
            preg_match("/^## {$kind}\$(.*?)(?=^## |\\z)/ms", $page, $part);
            preg_match_all('/^### `(\w+)`$/m', $part[1] ?? '', $found);
            $hooks[$kind] = self::sorted($found[1]);
        }

        return $hooks;
    }

    /**
     * @param list<string> $names
     * @return list<string>
     */
    private static function sorted(array $names): array
    {
        $names = array_values(array_unique($names));
        sort($names);

        return $names;
    }

    /** @return iterable<string, string> sources by their paths */
    private function texts(): iterable
    {
        $folder = dirname(__DIR__, 3) . '/includes';
        foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
            if ($file instanceof SplFileInfo && $file->getExtension() === 'php') {
                yield substr($file->getPathname(), strlen($folder) + 1) => (string) file_get_contents($file->getPathname());
            }
        }
    }
}
