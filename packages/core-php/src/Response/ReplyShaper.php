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
            if (is_string($found) && $spec['kind'] === 'text') {
                $shaped[$name] = $found;
                continue;
            }
            $shaped[$name] = $found === null || is_string($element)
                ? self::absent($spec['kind'])
                : $this->field($element, $name, $spec);
            if ($shaped[$name] === null && isset($spec['promised'])) {
                $this->missing ??= $path === '' ? $name : "{$path}.{$name}";
            }
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

    /** @return array{}|null */
    private static function absent(string $kind): ?array
    {
        return $kind === 'list' || $kind === 'texts' || $kind === 'map' ? [] : null;
    }

    /** @param FieldSpec $spec */
    private function field(ReplyElement $element, string $name, array $spec): mixed
    {
        return match ($spec['kind']) {
            'list' => $this->items($element->only($name), $spec),
            'texts' => self::texts($element, $name, $spec),
            'map' => self::map($element->only($name)),
            'object' => $this->object($element, $name, $spec),
            'json' => self::json($element->only($name)),
            'text-with-attributes' => self::first($element->only($name), $element, $name, $spec),
            default => ScalarField::read($element->childText($name) ?? '', $spec['kind']),
        };
    }

    /**
     * @param FieldSpec $spec
     * @return list<array<string, mixed>>
     */
    private function items(string|ReplyElement|null $container, array $spec): array
    {
        $items = [];
        if (!$container instanceof ReplyElement) {
            return $items;
        }
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
    private static function map(string|ReplyElement|null $found): array
    {
        $map = [];
        foreach ($found instanceof ReplyElement ? $found->children() : [] as $key => $value) {
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
    private function object(ReplyElement $element, string $name, array $spec): ?array
    {
        $element->only($name);
        foreach ($element->withAttributes($name) as $found) {
            if ($found instanceof ReplyElement && $found->hasParts()) {
                return $this->shape($found, $spec['fields'] ?? '');
            }
        }

        return null;
    }

    /** @param FieldSpec $spec */
    private static function first(string|ReplyElement|null $found, ReplyElement $element, string $name, array $spec): mixed
    {
        foreach ($found === null ? [] : $element->withAttributes($name) as $each) {
            return self::textWithAttributes($each, $spec);
        }

        return null;
    }

    /** The value that the reader of JSON kept as text; an XML reply has no such value. */
    private static function json(string|ReplyElement|null $found): mixed
    {
        return is_string($found) ? json_decode($found, true) : null;
    }

    /**
     * @param FieldSpec $spec
     * @return array<string, mixed>
     */
    private static function textWithAttributes(string|ReplyElement $element, array $spec): array
    {
        $text = is_string($element) ? $element : $element->ownText();
        $shaped = [$spec['text'] ?? '' => ReplyText::trim($text)];
        foreach ($spec['attributes'] ?? [] as $name => $kind) {
            $value = is_string($element) ? null : $element->attribute($name);
            $shaped[$name] = $value === null ? null : ScalarField::read($value, $kind);
        }

        return $shaped;
    }
}
