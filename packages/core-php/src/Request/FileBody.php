<?php

declare(strict_types=1);

namespace Bluebridge\Core\Request;

use Bluebridge\Core\Catalogue\Bytes;

/**
 * One file as `multipart/form-data`.
 *
 * @phpstan-type File array{filename: string, content: Bytes, contentType?: string|null}
 */
final class FileBody
{
    /**
     * Writes the file. The boundary is the first of `bluebridge-0`, `bluebridge-1` … that the file
     * does not contain, so the same file gives the same bytes.
     *
     * @param File $file
     */
    public static function encode(string $field, array $file): EncodedBody
    {
        $content = $file['content']->bytes;
        $boundary = self::boundaryFor($content);
        $head = implode("\r\n", [
            "--{$boundary}",
            "Content-Disposition: form-data; name=\"{$field}\"; filename=\"" . self::quoted($file['filename']) . '"',
            'Content-Type: ' . ($file['contentType'] ?? 'application/octet-stream'),
            '',
            '',
        ]);

        return new EncodedBody(
            "multipart/form-data; boundary={$boundary}",
            "{$head}{$content}\r\n--{$boundary}--\r\n",
        );
    }

    private static function boundaryFor(string $content): string
    {
        $count = 0;
        while (str_contains($content, "--bluebridge-{$count}")) {
            $count++;
        }

        return "bluebridge-{$count}";
    }

    /** As browsers write file names: only the quotation mark needs another form. */
    private static function quoted(string $filename): string
    {
        return str_replace('"', '%22', $filename);
    }
}
