<?php

declare(strict_types=1);

namespace Bluebridge\Core\Request;

use Bluebridge\Core\Catalogue\Bytes;

/**
 * The `<modules>` document of a POST.
 *
 * @phpstan-type Document array{url?: string, filename?: string|null, name?: string, content?: Bytes, current?: bool|null, downloadable?: bool|null, removable?: bool|null}
 * @phpstan-type Modules array<string, list<Document>|string|null>
 */
final class DocumentsBody
{
    private const FLAGS = ['current', 'downloadable', 'removable'];

    /**
     * Writes the modules in the catalogue's order.
     * See the API page, "Pre-upload slides" and "clientSettingsOverride".
     *
     * @param list<string> $names every module of the call, in the catalogue's order
     * @param Modules $modules
     */
    public static function encode(array $names, array $modules): EncodedBody
    {
        $xml = '<?xml version="1.0" encoding="UTF-8"?><modules>';
        foreach ($names as $name) {
            $content = $modules[$name] ?? null;
            if ($content !== null) {
                $xml .= "<module name=\"{$name}\">" . self::moduleContent($content) . '</module>';
            }
        }

        // Without a charset: servers compare the type as a whole.
        return new EncodedBody('application/xml', $xml . '</modules>');
    }

    /** @param list<Document>|string $content */
    private static function moduleContent(array|string $content): string
    {
        return is_string($content)
            ? self::cdata($content)
            : implode('', array_map(self::documentElement(...), $content));
    }

    /** @param Document $document */
    private static function documentElement(array $document): string
    {
        $content = $document['content'] ?? null;
        $names = $content === null ? ['url', 'filename'] : ['name'];
        $attributes = '';
        foreach ([...$names, ...self::FLAGS] as $name) {
            $value = $document[$name] ?? null;
            if ($value !== null) {
                $text = is_bool($value) ? ($value ? 'true' : 'false') : $value;
                $attributes .= " {$name}=\"" . self::escapeAttribute($text) . '"';
            }
        }

        return $content === null
            ? "<document{$attributes}/>"
            : "<document{$attributes}>" . base64_encode($content->bytes) . '</document>';
    }

    /** Keeps text literal; an end mark inside it is cut in two sections. */
    private static function cdata(string $text): string
    {
        return '<![CDATA[' . str_replace(']]>', ']]]]><![CDATA[>', $text) . ']]>';
    }

    private static function escapeAttribute(string $text): string
    {
        return strtr($text, ['&' => '&amp;', '<' => '&lt;', '>' => '&gt;', '"' => '&quot;']);
    }
}
