<?php

declare(strict_types=1);

namespace Bluebridge\Core\Validation;

use Bluebridge\Core\Catalogue\Bytes;
use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Catalogue\ValueRules;
use Bluebridge\Core\Errors\Violation;

/**
 * Checks POST bodies before they are encoded; paths start with `body`.
 *
 * @phpstan-import-type BodySpec from Calls
 * @phpstan-import-type ModuleSpec from Calls
 */
final class BodyValidator
{
    /**
     * Lists every rule that a body breaks.
     *
     * @param BodySpec|null $spec null for a call without a body
     * @return list<Violation>
     */
    public static function validate(?array $spec, mixed $body): array
    {
        if ($body === null) {
            return isset($spec['required']) ? [new Violation('body', 'required')] : [];
        }
        if ($spec === null) {
            return [new Violation('body', 'unknown')];
        }
        if (!is_array($body)) {
            return [new Violation('body', 'type', 'object')];
        }

        return match ($spec['kind']) {
            'modules' => self::checkModules($spec['modules'] ?? [], $body),
            'multipart' => self::checkFile($body),
            'json' => array_map(
                static fn (Violation $each): Violation => new Violation("body.{$each->path}", $each->rule, $each->allowed),
                ParamsValidator::validateFields($spec['fields'] ?? [], $body),
            ),
        };
    }

    /**
     * @param array<string, ModuleSpec> $modules
     * @param array<array-key, mixed> $body
     * @return list<Violation>
     */
    private static function checkModules(array $modules, array $body): array
    {
        $violations = [];
        foreach ($modules as $name => $spec) {
            if (isset($spec['required']) && !isset($body[$name])) {
                $violations[] = new Violation("body.{$name}", 'required');
            }
        }
        foreach ($body as $name => $content) {
            if ($content !== null) {
                array_push($violations, ...self::checkModule("body.{$name}", $modules[$name]['content'] ?? null, $content));
            }
        }

        return $violations;
    }

    /**
     * @param 'documents'|'json'|'text'|null $kind
     * @return list<Violation>
     */
    private static function checkModule(string $path, ?string $kind, mixed $content): array
    {
        return match ($kind) {
            null => [new Violation($path, 'unknown')],
            'documents' => DocumentsValidator::validate($path, $content),
            default => self::checkText($path, $content, $kind === 'json'),
        };
    }

    /** @return list<Violation> */
    private static function checkText(string $path, mixed $text, bool $mustBeJson): array
    {
        return match (true) {
            !is_string($text) => [new Violation($path, 'type', 'string')],
            $text === '' => [new Violation($path, 'empty')],
            !ValueRules::isUtf8($text) => [new Violation($path, 'well_formed')],
            $mustBeJson && !ValueRules::isJson($text) => [new Violation($path, 'type', 'JSON')],
            ValueRules::isXmlText($text) => [],
            default => [new Violation($path, 'pattern', 'no control characters')],
        };
    }

    /**
     * @param array<array-key, mixed> $file
     * @return list<Violation>
     */
    private static function checkFile(array $file): array
    {
        return [
            ...self::checkLine('body.filename', $file['filename'] ?? null),
            ...self::checkContent('body.content', $file['content'] ?? null),
            ...self::checkMediaType('body.contentType', $file['contentType'] ?? null),
        ];
    }

    /** @return list<Violation> */
    private static function checkMediaType(string $path, mixed $type): array
    {
        return $type === null || (is_string($type) && preg_match('~^[\w.+-]+/[\w.+-]+$~D', $type) === 1)
            ? []
            : [new Violation($path, 'pattern', 'media type')];
    }

    /**
     * Lists the rules that the bytes of a file break.
     *
     * @return list<Violation>
     */
    public static function checkContent(string $path, mixed $content): array
    {
        return match (true) {
            $content === null => [new Violation($path, 'required')],
            !$content instanceof Bytes => [new Violation($path, 'type', 'bytes')],
            $content->bytes === '' => [new Violation($path, 'empty')],
            default => [],
        };
    }

    /**
     * Lists the rules that a line of text inside a body breaks.
     *
     * @return list<Violation>
     */
    public static function checkLine(string $path, mixed $value): array
    {
        return match (true) {
            $value === null => [new Violation($path, 'required')],
            !is_string($value) => [new Violation($path, 'type', 'string')],
            $value === '' => [new Violation($path, 'empty')],
            !ValueRules::isUtf8($value) => [new Violation($path, 'well_formed')],
            ValueRules::isLine($value) && ValueRules::isXmlText($value) => [],
            default => [new Violation($path, 'pattern', 'no control characters')],
        };
    }
}
