<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Presentations;

use Bluebridge\WordPress\Clock;

/**
 * Addresses from which a meeting server gets a file of ours, also one that lies where no browser gets
 * it. Nobody can guess one, and each works for ten minutes only.
 */
final class DocumentAddress
{
    public const VARIABLE = 'bluebridge_document';

    private const FORM = '/^(?<id>\d{1,18})-(?<until>\d{1,12})-(?<proof>[0-9a-f]{64})\.[a-z0-9]{1,8}$/D';

    private const SECONDS = 600;

    public function __construct(private readonly Clock $clock)
    {
    }

    public function of(DocumentFile $file): string
    {
        $until = intdiv($this->clock->now(), 1000) + self::SECONDS;
        // Servers tell the kind of a file by the end of its address.
        $value = "{$file->id}-{$until}-" . self::proof($file->id, $until) . ".{$file->extension()}";

        return add_query_arg(self::VARIABLE, $value, home_url('/'));
    }

    /** Finds the file at an address; null for a wrong address, and for one that worked long ago. */
    public function read(string $value): ?DocumentFile
    {
        if (preg_match(self::FORM, $value, $found) !== 1) {
            return null;
        }
        [$id, $until] = [(int) $found['id'], (int) $found['until']];
        $isOurs = hash_equals(self::proof($id, $until), $found['proof']);

        return $isOurs && $until * 1000 >= $this->clock->now() ? DocumentFile::find($id) : null;
    }

    private static function proof(int $id, int $until): string
    {
        $of = implode('|', ['bluebridge document', get_current_blog_id(), $id, $until]);

        return hash_hmac('sha256', $of, wp_salt('auth'));
    }
}
