<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Errors\BadReplyReason;
use SimpleXMLElement;

/**
 * Turns an element into typed fields, as the catalogue says what each one is.
 *
 * Fields the catalogue does not know are left out; a missing list is an empty one; a map keeps
 * whatever keys users chose. Numbers are read strictly: an empty or odd text is null, never 0.
 *
 * @phpstan-import-type FieldSpec from Calls
 * @phpstan-import-type ReplyShapes from Calls
 */
final class ReplyShaper
{
    /** What stands for an element that is not there, where that is not null. */
    private const ABSENT = ['list' => [], 'texts' => [], 'map' => []];

    /** Where the first field is that was promised and is not there. */
    private ?string $missing = null;

    /** @param ReplyShapes $shapes of a call, by their paths */
    public function __construct(private readonly array $shapes)
    {
    }

    /**
     * Gives the fields of an element, null for those that are not there.
     *
     * @return array<string, mixed>
     * @throws XmlRefused for two elements of a field, and for elements in the text of one
     */
    public function shape(string|ReplyElement $element, string $path = ''): array
    {
        $children = $element instanceof ReplyElement ? $element->children() : [];
        $shaped = [];
        foreach ($this->shapes[$path] ?? [] as $name => $spec) {
            $found = $children[$name] ?? null;
            if (is_string($found)) {
                $kind = $spec['kind'];
                // Most fields of long lists are texts and plain numbers.
                $value = match (true) {
                    $kind === 'text' => $found,
                    ($kind === 'integer' || $kind === 'time') && ctype_digit($found) && !isset($found[15]) => (int) $found,
                    default => $this->ofText($found, $element, $name, $spec),
                };
            } elseif ($found === null || is_string($element)) {
                $value = self::ABSENT[$spec['kind']] ?? null;
            } else {
                $value = $this->ofParts($found, $element, $name, $spec);
            }
            if ($value === null && isset($spec['promised'])) {
                $this->missing ??= $path === '' ? $name : "{$path}.{$name}";
            }
            $shaped[$name] = $value;
        }

        return $shaped;
    }

    /**
     * @throws XmlRefused when a field without which a success is none has not been there
     */
    public function requirePromised(): void
    {
        if ($this->missing !== null) {
            throw new XmlRefused(BadReplyReason::WrongShape, "no usable {$this->missing}");
        }
    }

    /** @param FieldSpec $spec */
    private function ofText(string $found, string|ReplyElement $element, string $name, array $spec): mixed
    {
        return match ($spec['kind']) {
            'integer', 'time', 'boolean', 'text' => ScalarField::read($found, $spec['kind']),
            'list', 'map' => [],
            'texts' => isset($spec['item']) ? [] : [$found],
            // The value that the reader of JSON kept as text; an XML reply has no such value.
            'json' => json_decode($found, true),
            // A text with attributes is more than a text.
            'object' => $this->object(self::withAttributes($element, $name), $spec),
            'text-with-attributes' => self::textWithAttributes(self::withAttributes($element, $name), $spec),
        };
    }

    /**
     * @param SimpleXMLElement|ReplyElement|array<array-key, mixed> $found
     * @param FieldSpec $spec
     */
    private function ofParts(SimpleXMLElement|ReplyElement|array $found, ReplyElement $element, string $name, array $spec): mixed
    {
        if ($spec['kind'] === 'texts') {
            return self::texts($element, $name, $spec);
        }
        if (is_array($found)) {
            throw new XmlRefused(BadReplyReason::WrongShape, "more than one {$name}");
        }
        $part = $element->wrap($found);

        return match ($spec['kind']) {
            'integer', 'time', 'boolean', 'text' => ScalarField::read($part->text($name), $spec['kind']),
            'list' => $this->items($part, $spec),
            'map' => self::map($part),
            'object' => $this->object($part, $spec),
            'json' => null,
            'text-with-attributes' => self::textWithAttributes($part, $spec),
        };
    }

    private static function withAttributes(string|ReplyElement $element, string $name): string|ReplyElement
    {
        return $element instanceof ReplyElement ? ($element->withAttributes($name)[0] ?? '') : '';
    }

    /**
     * @param FieldSpec $spec
     * @return list<array<string, mixed>>
     */
    private function items(ReplyElement $container, array $spec): array
    {
        $items = [];
        $item = $spec['item'] ?? '';
        if (isset($spec['attributes'])) {
            foreach ($container->withAttributes($item) as $each) {
                $items[] = self::textWithAttributes($each, $spec);
            }

            return $items;
        }
        foreach ($container->all($item) as $each) {
            $items[] = $this->shape($each, $spec['fields'] ?? '');
        }

        return $items;
    }

    /**
     * @param FieldSpec $spec
     * @return list<string>
     */
    private static function texts(ReplyElement $element, string $name, array $spec): array
    {
        $item = $spec['item'] ?? null;
        $found = $item === null ? $element->all($name) : $element->childItems($name, $item);

        return array_map(
            static fn (string|ReplyElement $each): string => is_string($each) ? $each : $each->text($item ?? $name),
            $found,
        );
    }

    /** @return array<array-key, string> */
    private static function map(ReplyElement $found): array
    {
        $map = [];
        foreach ($found->children() as $key => $value) {
            // A doubled or nested entry is one user's oddity; it must not hide the whole list.
            $first = is_array($value) ? ($value[0] ?? '') : $value;
            $map[$key] = match (true) {
                is_string($first) => $first,
                $first instanceof SimpleXMLElement => (string) $first,
                default => $first->ownText(),
            };
        }

        return $map;
    }

    /**
     * @param FieldSpec $spec
     * @return array<string, mixed>|null
     */
    private function object(string|ReplyElement $found, array $spec): ?array
    {
        $hasParts = $found instanceof ReplyElement && $found->hasParts();

        return $hasParts ? $this->shape($found, $spec['fields'] ?? '') : null;
    }

    /**
     * @param FieldSpec $spec
     * @return array<string, mixed>
     */
    private static function textWithAttributes(string|ReplyElement $element, array $spec): array
    {
        $text = is_string($element) ? $element : $element->ownText();
        $shaped = [$spec['text'] ?? '' => ReplyText::trim($text)];
        $attributes = is_string($element) ? [] : $element->attributes();
        foreach ($spec['attributes'] ?? [] as $name => $kind) {
            $value = $attributes[$name] ?? null;
            $shaped[$name] = $kind === 'text' || !is_string($value) ? $value : ScalarField::read($value, $kind);
        }

        return $shaped;
    }
}
