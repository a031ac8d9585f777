<?php

declare(strict_types=1);

namespace Bluebridge\Core\Request;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Encodes checked bodies. The same input gives the same bytes.
 *
 * @phpstan-import-type BodySpec from Calls
 * @phpstan-import-type Modules from DocumentsBody
 * @phpstan-import-type File from FileBody
 */
final class BodyEncoder
{
    private const JSON = JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
        | JSON_UNESCAPED_LINE_TERMINATORS | JSON_FORCE_OBJECT;

    /**
     * Encodes a body as its catalogue entry says.
     *
     * @param BodySpec $spec
     */
    public static function encode(array $spec, mixed $body): EncodedBody
    {
        switch ($spec['kind']) {
            case 'modules':
                /** @var Modules $body */
                return DocumentsBody::encode(array_keys($spec['modules'] ?? []), $body);
            case 'multipart':
                /** @var File $body */
                return FileBody::encode($spec['field'] ?? '', $body);
            case 'json':
                /** @var array<string, string|int|bool|null> $body */
                $given = array_filter($body, static fn (mixed $value): bool => $value !== null);

                return new EncodedBody('application/json', json_encode($given, self::JSON));
        }
    }
}
