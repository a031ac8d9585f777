<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Directory;

/** The readme.txt of a plugin, as the plugin directory reads it. */
final class Readme
{
    /**
     * @param array<string, string> $fields such as `Stable tag`
     * @param array<string, string> $sections texts by their titles
     */
    private function __construct(
        public readonly string $name,
        public readonly array $fields,
        public readonly string $shortDescription,
        public readonly array $sections,
    ) {
    }

    public static function of(string $text): self
    {
        $parts = preg_split('/^== (.+?) ==$/m', $text, -1, PREG_SPLIT_DELIM_CAPTURE);
        $parts = $parts === false ? [''] : $parts;
        [$head, $short] = explode("\n\n", trim($parts[0]), 2) + ['', ''];
        preg_match('/^=== (.+) ===$/m', $head, $name);
        preg_match_all('/^([A-Z][\w ]+): (.+)$/m', $head, $fields);
        $sections = [];
        for ($index = 1; $index + 1 < count($parts); $index += 2) {
            $sections[$parts[$index]] = trim($parts[$index + 1]);
        }

        return new self($name[1] ?? '', array_combine($fields[1], $fields[2]), trim($short), $sections);
    }

    public function words(string $section): int
    {
        return str_word_count($this->sections[$section] ?? '');
    }
}
