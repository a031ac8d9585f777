<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

/**
 * Which files a meeting can show.
 *
 * @phpstan-type Limits array{most: int, maxBytes: int, kinds: list<string>}
 */
final class DocumentRules
{
    /** Documents of one room. */
    public const MOST = 10;

    /** Bytes of the largest one. Servers refuse larger ones too. */
    public const MAX_BYTES = 30_000_000;

    /**
     * Kinds that meeting servers show, by the ending of the name. Pictures and pages that can hold
     * scripts are not among them. Source: bbb-html5, `uploadValidMimeTypes`.
     */
    public const KINDS = [
        'pdf', 'ppt', 'pptx', 'odp', 'doc', 'docx', 'odt', 'xls', 'xlsx', 'ods', 'rtf', 'txt', 'jpg', 'jpeg', 'png',
    ];

    /** @return Limits as people are told of them before they choose */
    public static function limits(): array
    {
        return ['most' => self::MOST, 'maxBytes' => self::MAX_BYTES, 'kinds' => self::KINDS];
    }
}
