<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Recording;

use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Catalogue\Bytes;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;

/** Captions of recordings, where the server has calls for them. */
class Captions
{
    /** Captions of a long day are a few hundred kilobytes. */
    private const MOST_BYTES = 1_048_576;

    /** Languages as `de` or `pt-BR`. */
    private const LANGUAGE = '/^[a-z]{2,3}(-[A-Z]{2})?$/D';

    private const MEDIA_TYPES = ['vtt' => 'text/vtt', 'srt' => 'application/x-subrip'];

    private const VTT_TIMES = '/^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}/m';

    private const SRT_TIMES = '/^\d{2,}:[0-5]\d:[0-5]\d,\d{3}[ \t]+-->[ \t]+\d{2,}:[0-5]\d:[0-5]\d,\d{3}/m';

    public function __construct(private readonly Servers $servers)
    {
    }

    /** Tells whether the server of a room has the calls. */
    public function arePossible(Room $room): bool
    {
        $server = $this->servers->capabilitiesOf($room);

        return $server->hasCall('getRecordingTextTracks') && $server->hasCall('putRecordingTextTrack');
    }

    /**
     * Reads which captions a recording has.
     *
     * @return list<array{language: string, label: string}>
     * @throws BbbException
     */
    public function of(Room $room, Recording $recording): array
    {
        if (!$this->arePossible($room)) {
            return [];
        }
        $reply = $this->servers->clientOf($room->getMeetingId())->call('getRecordingTextTracks', ['recordID' => $recording->getRecordId()]);
        $text = static fn (mixed $value): string => is_string($value) ? $value : '';
        $tracks = [];
        foreach (is_array($reply['tracks'] ?? null) ? $reply['tracks'] : [] as $track) {
            if (is_array($track)) {
                $language = $text($track['lang'] ?? '');
                $label = $text($track['label'] ?? '');
                $tracks[] = ['language' => $language, 'label' => $label === '' ? $language : $label];
            }
        }

        return $tracks;
    }

    /**
     * Sends captions; those of the same language give way.
     *
     * @throws Problem `captions_invalid` or `captions_unsupported`
     * @throws BbbException
     */
    public function add(Room $room, Recording $recording, string $language, string $text): void
    {
        $format = strlen($text) > self::MOST_BYTES ? null : self::format($text);
        if ($format === null || preg_match(self::LANGUAGE, $language) !== 1) {
            throw Problem::invalid('captions_invalid');
        }
        if (!$this->arePossible($room)) {
            throw Problem::conflict('captions_unsupported');
        }
        $this->servers->clientOf($room->getMeetingId())->call('putRecordingTextTrack', [
            'recordID' => $recording->getRecordId(),
            'kind' => 'captions',
            // Servers read languages as Java writes them.
            'lang' => str_replace('-', '_', $language),
        ], [
            'filename' => "captions.{$format}",
            'contentType' => self::MEDIA_TYPES[$format],
            'content' => new Bytes(self::withoutMark($text)),
        ]);
    }

    /**
     * Tells in which format captions are, by what is in them: WebVTT or SubRip, with at least one line
     * to show. Null for anything else.
     *
     * @return 'vtt'|'srt'|null
     */
    public static function format(string $text): ?string
    {
        // Binary files and broken encodings.
        if (str_contains($text, "\0") || preg_match('//u', $text) !== 1 || str_contains($text, "\u{FFFD}")) {
            return null;
        }
        $plain = self::withoutMark($text);
        if (preg_match('/^WEBVTT(?:[ \t\r\n]|$)/', $plain) === 1) {
            return preg_match(self::VTT_TIMES, $plain) === 1 ? 'vtt' : null;
        }

        return preg_match(self::SRT_TIMES, $plain) === 1 ? 'srt' : null;
    }

    private static function withoutMark(string $text): string
    {
        return str_starts_with($text, "\u{FEFF}") ? substr($text, 3) : $text;
    }
}
