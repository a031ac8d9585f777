<?php

declare(strict_types=1);

namespace Bluebridge\Core\Validation;

use Bluebridge\Core\Catalogue\ValueRules;
use Bluebridge\Core\Errors\Violation;

/** Checks the presentation files of a POST body: each by its address, or with its bytes. */
final class DocumentsValidator
{
    private const FLAGS = ['current', 'downloadable', 'removable'];

    /**
     * Lists every rule that the documents break.
     *
     * @return list<Violation>
     */
    public static function validate(string $path, mixed $documents): array
    {
        if (!is_array($documents) || !array_is_list($documents)) {
            return [new Violation($path, 'type', 'array')];
        }
        if ($documents === []) {
            return [new Violation($path, 'empty')];
        }
        $violations = [];
        foreach ($documents as $index => $document) {
            array_push($violations, ...self::checkDocument("{$path}.{$index}", $document));
        }

        return $violations;
    }

    /** @return list<Violation> */
    private static function checkDocument(string $path, mixed $document): array
    {
        if (!is_array($document) || ($document !== [] && array_is_list($document))) {
            return [new Violation($path, 'type', 'object')];
        }
        $isInline = array_key_exists('content', $document);
        $required = $isInline ? ['name', 'content'] : ['url'];
        $known = [...$required, ...($isInline ? [] : ['filename']), ...self::FLAGS];
        $violations = [];
        foreach ($required as $name) {
            if (!isset($document[$name])) {
                $violations[] = new Violation("{$path}.{$name}", 'required');
            }
        }
        foreach ($document as $name => $value) {
            if ($value === null) {
                continue;
            }
            array_push($violations, ...in_array($name, $known, true)
                ? self::checkAttribute("{$path}.{$name}", $name, $value)
                : [new Violation("{$path}.{$name}", 'unknown')]);
        }

        return $violations;
    }

    /** @return list<Violation> */
    private static function checkAttribute(string $path, string $name, mixed $value): array
    {
        if (in_array($name, self::FLAGS, true)) {
            return is_bool($value) ? [] : [new Violation($path, 'type', 'boolean')];
        }
        if ($name === 'content') {
            return BodyValidator::checkContent($path, $value);
        }
        $violations = BodyValidator::checkLine($path, $value);
        if ($violations !== [] || $name !== 'url' || (is_string($value) && ValueRules::isHttpUrl($value))) {
            return $violations;
        }

        return [new Violation($path, 'pattern', 'http or https URL')];
    }
}
