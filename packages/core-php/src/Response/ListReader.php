<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Errors\BadReplyReason;
use SimpleXMLElement;

/**
 * Reads one long list, given as pieces of text, without holding more of it than an item or a piece.
 *
 * Stretches that are whole in themselves are cut out and parsed, many items at a time; what such a
 * stretch cannot be is found token by token. Every byte goes through the parser once it is cut.
 */
final class ListReader
{
    /** Calls whose reply is one long list, and the field that holds it. */
    private const LISTS = ['getMeetings' => 'meetings', 'getRecordings' => 'recordings'];

    /** What stands beside the fields of a call. */
    private const ENVELOPE = ['returncode' => ['kind' => 'text'], 'messageKey' => ['kind' => 'text'], 'message' => ['kind' => 'text']];

    private readonly ReplyShaper $shaper;

    private readonly ListCutter $cutter;

    private readonly string $list;

    private readonly string $item;

    private readonly string $path;

    /** @var array<string, array{kind: string}> */
    private readonly array $fields;

    /** @var array<string, string> texts of the fields of the root, as far as they have come */
    private array $root = [];

    /** @var list<array<string, mixed>> */
    private array $ready = [];

    public function __construct(string $name)
    {
        $reply = Calls::named($name)['reply'] ?? [];
        $this->list = self::listOf($name);
        $spec = $reply[''][$this->list] ?? [];
        $this->item = $spec['item'] ?? '';
        $this->path = $spec['fields'] ?? '';
        unset($reply[''][$this->list]);
        $this->fields = self::ENVELOPE + ($reply[''] ?? []);
        $this->shaper = new ReplyShaper(['' => $this->fields] + $reply);
        $this->cutter = new ListCutter($this->list, $this->item, $this->takeField(...), $this->takeItem(...));
    }

    /** Tells whether the reply of a call can be read so. */
    public static function reads(string $name): bool
    {
        return isset(self::LISTS[$name]);
    }

    /** Gives the field that holds the list of a call. */
    public static function listOf(string $name): string
    {
        return self::LISTS[$name] ?? '';
    }

    /** The returncode, once it has been read. */
    public function returncode(): ?string
    {
        return $this->root['returncode'] ?? null;
    }

    /**
     * Reads a piece.
     *
     * @throws XmlRefused as soon as the reply cannot be a whole one any more
     */
    public function write(string $piece): void
    {
        $this->cutter->write($piece);
    }

    /**
     * Gives the items that have become complete since, each once.
     *
     * @return list<array<string, mixed>>
     */
    public function take(): array
    {
        $items = $this->ready;
        $this->ready = [];

        return $items;
    }

    /**
     * Ends the document and gives the fields beside the list; the last items are to be taken.
     *
     * @return array<string, mixed>
     * @throws XmlRefused for a cut document
     */
    public function end(): array
    {
        $this->cutter->end();
        $fields = $this->shaper->shape(ReplyElement::ofChildren($this->root));
        $this->shaper->requirePromised();
        $blankable = ['messageKey' => $this->root['messageKey'] ?? null, 'message' => $this->root['message'] ?? null];

        return array_map(ReplyText::emptyAsMissing(...), $blankable) + $fields;
    }

    private function takeField(string $name, SimpleXMLElement $element): void
    {
        if (!isset($this->fields[$name])) {
            return;
        }
        if (isset($this->root[$name])) {
            throw new XmlRefused(BadReplyReason::WrongShape, "more than one {$name}");
        }
        if ($element->count() > 0) {
            throw new XmlRefused(BadReplyReason::WrongShape, "elements inside the text of {$name}");
        }
        $this->root[$name] = (string) $element;
    }

    private function takeItem(SimpleXMLElement $element, bool $isPlain): void
    {
        $this->ready[] = $this->shaper->shape(ReplyElement::ofXml($element, $isPlain), $this->path);
        $this->shaper->requirePromised();
    }
}
