<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

use Bluebridge\Core\Rooms\Recordings\RecordingFacts;
use Bluebridge\Core\Rooms\Recordings\RecordingFormats;
use Bluebridge\Core\Rooms\Recordings\RecordingStates;

/**
 * What a person sees of one recording.
 *
 * Without a `title` the host says "Recording" in the person's language. `startedAt` is when the
 * meeting began, epoch ms. `processing`: still being made; `ready`; `protected`: ready, but not for
 * guests; `hidden`: unpublished; `missing`: the server did not list it the last time.
 *
 * @phpstan-import-type Facts from RecordingFacts
 * @phpstan-import-type Format from RecordingFacts
 * @phpstan-import-type ShownFormat from RecordingFormats
 * @phpstan-import-type Indexed from RecordingsSync
 * @phpstan-type Status 'processing'|'ready'|'protected'|'hidden'|'missing'
 * @phpstan-type Preview array{url: string, alt: string, width?: int, height?: int}
 * @phpstan-type View array{recordID: string, title?: string, startedAt?: int, minutes?: int, status: Status, formats: list<ShownFormat>, previews: list<Preview>}
 */
final class RecordingView
{
    private const VISIBLE_TO = [
        'moderator' => ['processing', 'ready', 'protected', 'hidden', 'missing'],
        'participant' => ['processing', 'ready', 'protected'],
        'guest' => ['ready'],
    ];

    private const BLANKS = '[\t-\r\p{Z}\x{FEFF}]+';

    /**
     * Shows a recording to a person; null when it is not theirs to see. Guests see what is published
     * and not protected, participants also what is protected or being made, moderators all but what
     * was deleted.
     *
     * @param Indexed $recording
     * @param 'moderator'|'participant'|'guest' $viewer somebody who leads the room, somebody with an
     *     account who may enter it, a guest
     * @return View|null
     */
    public static function of(array $recording, string $viewer): ?array
    {
        $status = self::statusOf($recording);
        if ($status === null || !in_array($status, self::VISIBLE_TO[$viewer], true)) {
            return null;
        }
        $facts = $recording['facts'] ?? [];
        // Links to what is hidden or gone would not open.
        $isOpen = $status === 'ready' || $status === 'protected';
        $playback = $isOpen ? $facts['playback'] ?? [] : [];
        $known = [
            'title' => self::titleOf($facts['metadata']['bbb-recording-name'] ?? '', $facts['name'] ?? ''),
            'startedAt' => self::startOf($recording),
            'minutes' => self::minutesOf($facts),
        ];

        return [
            'recordID' => $recording['recordID'],
            ...array_filter($known, static fn (mixed $value): bool => $value !== null),
            'status' => $status,
            'formats' => RecordingFormats::shown($playback, $viewer === 'moderator'),
            'previews' => self::previewsOf($playback),
        ];
    }

    /**
     * @param Indexed $recording
     * @return Status|null
     */
    private static function statusOf(array $recording): ?string
    {
        $state = $recording['state'];
        $facts = $recording['facts'] ?? null;
        if ($state === 'deleted') {
            return null;
        }
        if (isset($recording['missingSince'])) {
            return 'missing';
        }
        if ($state === 'expected' || $facts === null) {
            return 'processing';
        }

        return match (RecordingStates::of(['state' => $state] + $facts)) {
            'published' => match (true) {
                // Published, but nothing to open yet: the server is still at it.
                ($facts['playback'] ?? []) === [] => 'processing',
                ($facts['protected'] ?? false) === true => 'protected',
                default => 'ready',
            },
            'unpublished' => 'hidden',
            default => 'processing',
        };
    }

    private static function titleOf(string ...$names): ?string
    {
        foreach ($names as $name) {
            $title = (string) preg_replace('~^' . self::BLANKS . '|' . self::BLANKS . '$~uD', '', $name);
            if ($title !== '') {
                return $title;
            }
        }

        return null;
    }

    /**
     * A recordID ends in the meeting's createTime; servers leave out startTime now and then.
     *
     * @param Indexed $recording
     */
    private static function startOf(array $recording): ?int
    {
        $startTime = $recording['facts']['startTime'] ?? 0;
        if ($startTime > 0) {
            return $startTime;
        }

        return preg_match('/-(\d{13})$/D', $recording['recordID'], $parts) === 1 ? (int) $parts[1] : null;
    }

    /** @param array{startTime?: int|null, endTime?: int|null, playback?: list<Format>, ...} $facts */
    private static function minutesOf(array $facts): ?int
    {
        $longest = max([0, ...array_map(static fn (array $format): int => $format['length'] ?? 0, $facts['playback'] ?? [])]);
        if ($longest > 0) {
            return $longest;
        }
        $start = $facts['startTime'] ?? 0;
        $end = $facts['endTime'] ?? 0;

        return $start > 0 && $end > $start ? intdiv($end - $start + 59_999, 60_000) : null;
    }

    /**
     * @param list<Format> $playback
     * @return list<Preview>
     */
    private static function previewsOf(array $playback): array
    {
        foreach ($playback as $format) {
            $images = $format['preview']['images'] ?? [];
            if ($images === []) {
                continue;
            }
            $previews = [];
            foreach ($images as $image) {
                if (RecordingFormats::isWebAddress($image['url'])) {
                    $size = ['width' => $image['width'] ?? null, 'height' => $image['height'] ?? null];
                    $previews[] = ['url' => $image['url'], 'alt' => $image['alt'] ?? '', ...array_filter($size, is_int(...))];
                }
            }

            return $previews;
        }

        return [];
    }
}
