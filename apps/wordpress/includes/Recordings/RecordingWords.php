<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RecordingView;

/**
 * Recordings in words.
 *
 * @phpstan-import-type View from RecordingView
 */
final class RecordingWords
{
    /** @param View $view */
    public static function name(array $view): string
    {
        return $view['title'] ?? __('Recording', 'bluebridge');
    }

    /**
     * Says how a recording stands; empty where it can be watched by everybody it is for.
     *
     * @param View $view
     */
    public static function state(Recording $recording, array $view): string
    {
        if ($recording->deletingSince > 0) {
            /* translators: %s: a date with a time of day */
            return sprintf(__('Being deleted since %s.', 'bluebridge'), self::moment($recording->deletingSince));
        }

        return match ($view['status']) {
            'ready', 'protected' => match (true) {
                $recording->audience === Recording::FOR_MODERATORS => __('Only moderators see it', 'bluebridge'),
                $view['status'] === 'protected' => __('Protected: not for guests', 'bluebridge'),
                default => '',
            },
            'hidden' => __('Not published', 'bluebridge'),
            'missing' => sprintf(
                /* translators: %s: a date with a time of day */
                __('The meeting server has not listed it since %s.', 'bluebridge'),
                self::moment($recording->indexed['missingSince'] ?? 0),
            ),
            'processing' => self::processing($recording),
        };
    }

    /** @param View $view */
    public static function length(array $view): string
    {
        if (!isset($view['minutes']) || $view['status'] === 'processing') {
            return '';
        }

        /* translators: %d: number of minutes */
        return sprintf(_n('%d minute', '%d minutes', $view['minutes'], 'bluebridge'), $view['minutes']);
    }

    /** Writes a moment in the site's own time and manner. */
    public static function moment(int $epochMs): string
    {
        $formats = array_filter([get_option('date_format'), get_option('time_format')], is_string(...));

        return (string) wp_date(implode(' ', $formats), intdiv($epochMs, 1000));
    }

    /** @param 'watch'|'listen'|'read'|'download' $use */
    public static function verb(string $use): string
    {
        return match ($use) {
            'watch' => __('Watch', 'bluebridge'),
            'listen' => __('Listen', 'bluebridge'),
            'read' => __('Read', 'bluebridge'),
            'download' => __('Download', 'bluebridge'),
        };
    }

    /** Servers have formats of their own; their name is all that is known of them. */
    public static function format(string $type): string
    {
        return match ($type) {
            'presentation' => __('Slides and sound', 'bluebridge'),
            'video' => __('Video', 'bluebridge'),
            'screenshare' => __('Shared screen', 'bluebridge'),
            'podcast' => __('Sound only', 'bluebridge'),
            'notes' => __('Shared notes', 'bluebridge'),
            'mp4' => __('Video file', 'bluebridge'),
            'statistics' => __('Statistics', 'bluebridge'),
            default => $type,
        };
    }

    /** @param 'newest'|'oldest'|'name' $sorting */
    public static function sorting(string $sorting): string
    {
        return match ($sorting) {
            'newest' => __('Newest first', 'bluebridge'),
            'oldest' => __('Oldest first', 'bluebridge'),
            'name' => __('By name', 'bluebridge'),
        };
    }

    /** @return array<'publish'|'unpublish'|'protect'|'unprotect'|'rename'|'moderators'|'everyone'|'captions'|'delete', string> */
    public static function actions(): array
    {
        return [
            'publish' => __('Publish', 'bluebridge'),
            'unpublish' => __('Unpublish', 'bluebridge'),
            'protect' => __('Protect', 'bluebridge'),
            'unprotect' => __('Stop protecting', 'bluebridge'),
            'rename' => __('Rename', 'bluebridge'),
            'moderators' => __('Show to moderators only', 'bluebridge'),
            'everyone' => __('Show to everybody it is for', 'bluebridge'),
            'captions' => __('Captions', 'bluebridge'),
            'delete' => __('Delete', 'bluebridge'),
        ];
    }

    /** Says what came of a change on the server. */
    public static function outcome(string $done, bool $isConfirmed): string
    {
        return $isConfirmed
            ? $done
            : __('The meeting server took this, but does not show it yet. Please look again in a minute.', 'bluebridge');
    }

    private static function processing(Recording $recording): string
    {
        $indexed = $recording->indexed;
        $expected = $indexed['expectedSince'] ?? 0;
        $ended = $indexed['facts']['endTime'] ?? 0;

        return match (true) {
            $indexed['state'] === 'expected' && $expected > 0 => sprintf(
                /* translators: %s: a date with a time of day */
                __('The meeting ended %s. Its recording has not arrived yet.', 'bluebridge'),
                self::moment($expected),
            ),
            /* translators: %s: a date with a time of day */
            $ended > 0 => sprintf(__('Being prepared since %s.', 'bluebridge'), self::moment($ended)),
            default => __('Being prepared. This can take a while after the meeting.', 'bluebridge'),
        };
    }
}
