<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms\Recordings;

/**
 * The formats of recordings, and what a person does with each. `minutes` is the length.
 *
 * @phpstan-import-type Format from RecordingFacts
 * @phpstan-type FormatUse 'watch'|'listen'|'read'|'download'
 * @phpstan-type ShownFormat array{type: string, use: FormatUse, url: string, minutes?: int}
 */
final class RecordingFormats
{
    /** Known formats in the order they are offered. Servers have more: the list is open. */
    public const KNOWN = [
        'presentation' => 'watch',
        'video' => 'watch',
        'screenshare' => 'watch',
        'podcast' => 'listen',
        'notes' => 'read',
        'mp4' => 'download',
        'statistics' => 'read',
    ];

    /** Who was there and for how long. */
    private const MODERATORS_ONLY = ['statistics'];

    /** Endings by which the use of a format nobody knows is guessed; else it is watched. */
    private const USES_BY_ENDING = [
        'listen' => ['.mp3', '.ogg', '.m4a', '.wav'],
        'download' => ['.mp4', '.m4v', '.webm', '.zip'],
        'read' => ['.pdf', '.txt', '.html'],
    ];

    /**
     * Picks the formats worth showing, in the order of the table, unknown ones last.
     *
     * @param list<Format> $playback
     * @return list<ShownFormat>
     */
    public static function shown(array $playback, bool $isModerator): array
    {
        $ranks = array_flip(array_keys(self::KNOWN));
        $shown = [];
        foreach ($playback as $format) {
            $type = $format['type'] ?? '';
            $url = $format['url'] ?? '';
            $hidden = !$isModerator && in_array($type, self::MODERATORS_ONLY, true);
            if ($hidden || isset($shown[$url]) || !self::isWebAddress($url)) {
                continue;
            }
            $shown[$url] = ['type' => $type, 'use' => self::KNOWN[$type] ?? self::useByEnding($url), 'url' => $url];
            $minutes = $format['length'] ?? 0;
            if ($minutes > 0) {
                $shown[$url]['minutes'] = $minutes;
            }
        }
        $rank = static fn (string $type): int => $ranks[$type] ?? count($ranks);
        usort($shown, static fn (array $a, array $b): int => $rank($a['type']) <=> $rank($b['type']));

        return $shown;
    }

    /** Tells whether a text may become a link: servers and their neighbours can send anything. */
    public static function isWebAddress(string $url): bool
    {
        // Without regard to case, ſ would be an s.
        return preg_match('~^[hH][tT]{2}[pP][sS]?://[^\t-\r\p{Z}\x{FEFF}"\'<>\\\\]+$~uD', $url) === 1;
    }

    /** @return FormatUse */
    private static function useByEnding(string $url): string
    {
        $path = strtolower(substr($url, 0, strcspn($url, '?#')));
        foreach (self::USES_BY_ENDING as $use => $endings) {
            foreach ($endings as $ending) {
                if (str_ends_with($path, $ending)) {
                    return $use;
                }
            }
        }

        return 'watch';
    }
}
