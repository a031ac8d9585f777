<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use RuntimeException;

/** Reads the vectors that all languages share; the runner for TypeScript checks their schemas. */
final class VectorFiles
{
    private const FOLDER = __DIR__ . '/../../../conformance/vectors';

    /** @return non-empty-list<string> the kinds, each a folder */
    public static function kinds(): array
    {
        return array_map('basename', self::glob(self::FOLDER . '/*'));
    }

    /** @return iterable<string, array{Vector}> every vector of a kind, by its id */
    public static function ofKind(string $kind): iterable
    {
        foreach (self::glob(self::FOLDER . "/{$kind}/*.json") as $file) {
            $vector = json_decode((string) file_get_contents($file), true, 512, JSON_THROW_ON_ERROR);
            $fields = new Fields(is_array($vector) ? $vector : []);
            $id = $fields->text('id');
            yield $id => [new Vector($id, $fields->fields('given'), $fields->fields('expect'))];
        }
    }

    /** @return non-empty-list<string> */
    private static function glob(string $pattern): array
    {
        $found = glob($pattern);
        return $found !== false && $found !== [] ? $found : throw new RuntimeException("Nothing matches {$pattern}.");
    }
}
