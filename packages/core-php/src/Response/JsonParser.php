<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Catalogue\Json;
use Bluebridge\Core\Errors\BadReplyReason;
use JsonException;
use stdClass;

/**
 * Reads whole JSON replies.
 *
 * @phpstan-import-type FieldSpec from Calls
 * @phpstan-import-type ReplyShapes from Calls
 */
final class JsonParser
{
    /** What every JSON reply may say beside its own fields. */
    private const ENVELOPE = [
        'returncode' => ['kind' => 'text'],
        'messageKey' => ['kind' => 'text'],
        'message' => ['kind' => 'text'],
        'errors' => ['kind' => 'list', 'item' => 'error', 'fields' => '/error'],
    ];

    private const ERROR = ['key' => ['kind' => 'text'], 'message' => ['kind' => 'text']];

    /** @param ReplyShapes $shapes */
    private function __construct(private readonly array $shapes)
    {
    }

    /**
     * Parses a JSON reply into its `response` object, in the form `XmlParser` gives, so that the
     * same rules shape both. Numbers and booleans become their text; integers too big for a number
     * keep every digit. Fields the catalogue does not know are left out, null counts as missing.
     *
     * @param ReplyShapes $shapes
     * @throws XmlRefused for anything else
     */
    public static function parse(string $body, array $shapes): ReplyElement
    {
        $text = ReplyText::of($body);
        try {
            $document = Json::decode($text, true);
        } catch (JsonException) {
            throw new XmlRefused(BadReplyReason::Malformed, 'malformed or truncated JSON');
        }
        $root = $document instanceof stdClass ? ($document->response ?? null) : null;
        if (!$root instanceof stdClass) {
            throw new XmlRefused(BadReplyReason::WrongRoot, 'JSON without a response object');
        }
        $parser = new self(['' => self::ENVELOPE + ($shapes[''] ?? []), '/error' => self::ERROR] + $shapes);

        return $parser->object($root, '');
    }

    private function object(stdClass $object, string $path): ReplyElement
    {
        $children = [];
        foreach ($this->shapes[$path] ?? [] as $name => $spec) {
            $value = $object->{$name} ?? null;
            if ($value !== null) {
                $children[$name] = $this->field($value, $spec, $name);
            }
        }

        return ReplyElement::ofChildren($children);
    }

    /**
     * @param FieldSpec $spec
     * @return string|ReplyElement|list<string|ReplyElement>
     */
    private function field(mixed $value, array $spec, string $name): string|ReplyElement|array
    {
        return match ($spec['kind']) {
            'list' => $this->items($value, $spec),
            'texts' => self::texts($value, $spec, $name),
            'object' => $value instanceof stdClass
                ? $this->object($value, $spec['fields'] ?? '')
                : throw new XmlRefused(BadReplyReason::WrongShape, "no object under {$name}"),
            'map' => $value instanceof stdClass ? self::map($value) : '',
            'json' => (string) json_encode($value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION),
            default => self::scalar($value, $name),
        };
    }

    /**
     * @param FieldSpec $spec
     */
    private function items(mixed $value, array $spec): ReplyElement
    {
        $item = $spec['item'] ?? '';

        return ReplyElement::ofChildren([$item => array_map(
            fn (mixed $each): string|ReplyElement => match (true) {
                isset($spec['attributes']) => self::scalar($each, $item),
                $each instanceof stdClass => $this->object($each, $spec['fields'] ?? ''),
                default => throw new XmlRefused(BadReplyReason::WrongShape, "no object in the list of {$item}"),
            },
            self::itemsOf($value, $item),
        )]);
    }

    /**
     * @param FieldSpec $spec
     * @return ReplyElement|list<string>
     */
    private static function texts(mixed $value, array $spec, string $name): ReplyElement|array
    {
        $item = $spec['item'] ?? null;
        $found = $item !== null ? self::itemsOf($value, $item) : (is_array($value) ? array_values($value) : [$value]);
        $texts = array_map(static fn (mixed $each): string => self::scalar($each, $item ?? $name), $found);

        return $item === null ? $texts : ReplyElement::ofChildren([$item => $texts]);
    }

    /**
     * Items come as an array, or under the name of one item, one or many, as in XML.
     *
     * @return list<mixed>
     */
    private static function itemsOf(mixed $value, string $item): array
    {
        $nested = $value instanceof stdClass ? ($value->{$item} ?? null) : $value;
        $items = is_array($nested) ? $nested : [$nested];

        return array_values(array_filter($items, static fn (mixed $each): bool => $each !== null && $each !== ''));
    }

    /** Keys are users’ words: nothing is made of them. */
    private static function map(stdClass $value): ReplyElement
    {
        return ReplyElement::ofChildren(array_map(
            static fn (mixed $each): string => is_scalar($each) ? self::scalar($each, '') : '',
            (array) $value,
        ));
    }

    private static function scalar(mixed $value, string $name): string
    {
        return match (true) {
            is_string($value) => $value,
            is_bool($value) => $value ? 'true' : 'false',
            is_int($value), is_float($value) => Json::number($value),
            default => throw new XmlRefused(BadReplyReason::WrongShape, "no text under {$name}"),
        };
    }
}
