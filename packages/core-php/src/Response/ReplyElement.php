<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Errors\BadReplyReason;
use SimpleXMLElement;

/**
 * An element of a reply that is more than a text, be it of XML or of JSON.
 *
 * @phpstan-type Content string|self|SimpleXMLElement
 * @phpstan-type Children array<array-key, Content|array<array-key, Content>>
 */
final class ReplyElement
{
    /** @var Children|null */
    private ?array $children;

    /** @var array<array-key, mixed> */
    private array $attributes = [];

    /** @param Children|null $children */
    private function __construct(
        private readonly ?SimpleXMLElement $node,
        private readonly bool $isPlain,
        ?array $children,
    ) {
        $this->children = $children;
    }

    /**
     * Tells whether XML has nothing but elements that hold either texts or elements, so that the
     * quicker way to them, which overlooks elements behind a text, finds them all.
     */
    public static function isPlain(string $xml): bool
    {
        // Beside comments and the like, a sign that ends a tag may stand in texts: then there are more of it.
        return !str_contains($xml, '<!')
            && !str_contains($xml, '<?')
            && substr_count($xml, '<') === substr_count($xml, '>')
            && preg_match('~(?<=[^>])<[^/]~', $xml) === 0;
    }

    public static function ofXml(SimpleXMLElement $node, bool $isPlain): self
    {
        return new self($node, $isPlain, null);
    }

    /** @param Children $children texts and elements by their names; several of one name as a list */
    public static function ofChildren(array $children): self
    {
        return new self(null, true, $children);
    }

    /**
     * Gives the children by their names: a text, an element, or a list of both.
     *
     * @return Children
     */
    public function children(): array
    {
        if ($this->children === null && $this->node !== null) {
            $parts = (array) $this->node;
            // What PHP puts there beside the elements: attributes, and the text of a mere text.
            $attributes = $parts['@attributes'] ?? [];
            $this->attributes = is_array($attributes) ? $attributes : [];
            unset($parts['@attributes'], $parts[0]);
            /** @var Children $parts what SimpleXML makes of an element */
            $this->children = $this->isPlain ? $parts : self::collect($this->node);
        }

        return $this->children ?? [];
    }

    /**
     * Gives all children of a name.
     *
     * @return list<string|self>
     */
    public function all(string $name): array
    {
        $found = $this->children()[$name] ?? [];

        $all = [];
        foreach (is_array($found) ? $found : [$found] as $each) {
            $all[] = is_string($each) ? $each : $this->wrap($each);
        }

        return $all;
    }

    /**
     * Gives the child of a name.
     *
     * @throws XmlRefused when there are two
     */
    public function only(string $name): string|self|null
    {
        $found = $this->children()[$name] ?? null;
        if (is_array($found)) {
            throw new XmlRefused(BadReplyReason::WrongShape, "more than one {$name}");
        }

        return $found === null || is_string($found) ? $found : $this->wrap($found);
    }

    /**
     * Gives the text of a child; null when it is missing.
     *
     * @throws XmlRefused when there are two, or elements in it
     */
    public function childText(string $name): ?string
    {
        $found = $this->only($name);

        return $found instanceof self ? $found->text($name) : $found;
    }

    /**
     * Gives the children of a list element.
     *
     * @return list<string|self>
     */
    public function childItems(string $list, string $item): array
    {
        $container = $this->only($list);

        return $container instanceof self ? $container->all($item) : [];
    }

    /**
     * Gives the text of an element that must have nothing else.
     *
     * @throws XmlRefused when there are elements in it: the reply is not what it claims to be
     */
    public function text(string $name): string
    {
        if ($this->node === null || $this->node->count() > 0) {
            throw new XmlRefused(BadReplyReason::WrongShape, "elements inside the text of {$name}");
        }

        return $this->ownText();
    }

    /** Gives the text right inside an element, without that of its children. */
    public function ownText(): string
    {
        return (string) $this->node;
    }

    /**
     * Gives all children of a name with their attributes, which mere texts have lost in `all`.
     *
     * @return list<string|self>
     */
    public function withAttributes(string $name): array
    {
        if ($this->node === null) {
            return $this->all($name);
        }
        $found = [];
        foreach ($this->node as $each => $child) {
            if ($each === $name) {
                $found[] = new self($child, $this->isPlain, null);
            }
        }

        return $found;
    }

    /** @return array<array-key, mixed> texts by their names */
    public function attributes(): array
    {
        $this->children();

        return $this->attributes;
    }

    public function attribute(string $name): ?string
    {
        $value = $this->attributes()[$name] ?? null;

        return is_string($value) ? $value : null;
    }

    /** Tells whether an element has children or attributes. */
    public function hasParts(): bool
    {
        return $this->node === null || $this->children() !== [] || $this->attributes !== [];
    }

    /** Makes an element of what `children` gives for one. */
    public function wrap(self|SimpleXMLElement $found): self
    {
        return $found instanceof SimpleXMLElement ? new self($found, $this->isPlain, null) : $found;
    }

    /** @return Children */
    private static function collect(SimpleXMLElement $node): array
    {
        $children = [];
        foreach ($node as $name => $child) {
            $children[$name][] = $child;
        }

        return array_map(static fn (array $same): mixed => count($same) === 1 ? $same[0] : $same, $children);
    }
}
