<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Storage\Database;

/**
 * The pictures of recordings, kept beside our index: a page loads nothing from other hosts, and however
 * many look at it, the server is asked for a picture once.
 */
final class PreviewImages
{
    private const MOST_BYTES = 131_072;

    private const TIMEOUT_S = 3;

    /** After how long a picture that did not come is asked for again, ms. */
    private const AGAIN_AFTER = 600_000;

    /** Kinds of images, by their first bytes. */
    private const KINDS = ["\x89PNG\r\n" => 'image/png', "\xFF\xD8\xFF" => 'image/jpeg'];

    public function __construct(private readonly Clock $clock)
    {
    }

    /**
     * Gives the picture of a recording; null when there is none.
     *
     * @param string $url where the server has it
     * @param string $trustedHost the server itself, which may be where no other address is asked
     */
    public function of(Recording $recording, string $url, string $trustedHost): ?string
    {
        $row = Database::row('SELECT preview, preview_tried_at FROM %i WHERE id = %d', RecordingIndex::table(), $recording->id);
        $kept = (string) ($row['preview'] ?? '');
        if ($kept !== '') {
            $image = base64_decode($kept, true);

            return $image === false ? null : $image;
        }
        $triedAt = (int) ($row['preview_tried_at'] ?? 0);
        if ($row === null || $this->clock->now() - $triedAt < self::AGAIN_AFTER || !$this->claim($recording, $triedAt)) {
            return null;
        }
        $image = self::fetched($url, $trustedHost);
        if ($image !== null) {
            $sql = 'UPDATE %i SET preview = %s WHERE id = %d';
            Database::change($sql, RecordingIndex::table(), base64_encode($image), $recording->id);
        }

        return $image;
    }

    /** Tells what kind of image some bytes are; null for anything else. */
    public static function kind(string $bytes): ?string
    {
        foreach (self::KINDS as $beginning => $type) {
            if (str_starts_with($bytes, $beginning)) {
                return $type;
            }
        }

        return null;
    }

    private function claim(Recording $recording, int $triedAt): bool
    {
        $sql = 'UPDATE %i SET preview_tried_at = %d WHERE id = %d AND preview_tried_at = %d';

        return Database::change($sql, RecordingIndex::table(), $this->clock->now(), $recording->id, $triedAt) === 1;
    }

    private static function fetched(string $url, string $trustedHost): ?string
    {
        $parts = wp_parse_url($url);
        $host = strtolower($parts['host'] ?? '') . (isset($parts['port']) ? ":{$parts['port']}" : '');
        $response = wp_remote_get($url, [
            'timeout' => self::TIMEOUT_S,
            'redirection' => 0,
            'limit_response_size' => self::MOST_BYTES + 1,
            // Other hosts than the server must not lead into the network of this one.
            'reject_unsafe_urls' => $host !== $trustedHost,
        ]);
        $bytes = wp_remote_retrieve_body($response);
        $isImage = strlen($bytes) <= self::MOST_BYTES && self::kind($bytes) !== null;

        return $isImage && wp_remote_retrieve_response_code($response) === 200 ? $bytes : null;
    }
}
