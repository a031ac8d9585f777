<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Errors\BadReplyReason;
use Closure;
use SimpleXMLElement;

/** Cuts a document into its fields and the items of its list, and parses each part. */
final class ListCutter
{
    private const BEFORE = 0;
    private const ROOT = 1;
    private const LIST = 2;
    private const AFTER = 3;

    /** How much of a list may wait for the end of an item before it is looked for by steps. */
    private const PATIENCE = 1024 * 1024;

    private int $place = self::BEFORE;

    private string $buffer = '';

    /** Where in the buffer the next part begins. */
    private int $at = 0;

    /** Up to where no stretch is tried: one has failed. */
    private int $steppedUntil = 0;

    /** How much of the buffer has been searched for the end of an item. */
    private int $searched = 0;

    /** How long the buffer must be before an unfinished token is looked at again. */
    private int $retryAt = 0;

    /** Where an element that is being stepped through goes on, and how deep one is in it. */
    private int $stepAt = 0;

    private int $stepDepth = 0;

    private bool $hasBegun = false;

    private bool $hasList = false;

    private bool $hasEnded = false;

    /**
     * @param Closure(string, SimpleXMLElement): void $onField takes an element right below the root
     * @param Closure(SimpleXMLElement, bool): void $onItem takes an item, and whether its source is plain
     */
    public function __construct(
        private readonly string $list,
        private readonly string $item,
        private readonly Closure $onField,
        private readonly Closure $onItem,
    ) {
    }

    /** @throws XmlRefused as soon as the document cannot be a whole one any more */
    public function write(string $piece): void
    {
        if ($this->at > 0) {
            $this->buffer = substr($this->buffer, $this->at);
            $this->steppedUntil = max(0, $this->steppedUntil - $this->at);
            $this->searched = max(0, $this->searched - $this->at);
            $this->stepAt = max(0, $this->stepAt - $this->at);
            $this->retryAt = 0;
            $this->at = 0;
        }
        $this->buffer .= $piece;
        $this->advance();
    }

    /** @throws XmlRefused for a cut document */
    public function end(): void
    {
        $this->hasEnded = true;
        $this->advance();
        if ($this->place !== self::AFTER || $this->at < strlen($this->buffer)) {
            throw StrictXml::malformed();
        }
    }

    private function advance(): void
    {
        while ($this->at < strlen($this->buffer)) {
            if (!$this->cutStretch() && !$this->step()) {
                return;
            }
        }
    }

    /** Cuts out as much as is whole in itself; false when that is nothing, or not to be known so. */
    private function cutStretch(): bool
    {
        $end = $this->at < $this->steppedUntil || $this->stepDepth > 0 ? null : $this->endOfStretch();
        if ($end === null) {
            return false;
        }
        if ($this->cut($end)) {
            return true;
        }
        $this->steppedUntil = $end;

        return false;
    }

    private function endOfStretch(): ?int
    {
        if ($this->place === self::LIST) {
            $mark = "</{$this->item}>";
            $last = strrpos($this->buffer, $mark, max($this->at, $this->searched));
            $this->searched = max(0, strlen($this->buffer) - strlen($mark));

            return $last === false ? null : $last + strlen($mark);
        }
        if ($this->place !== self::ROOT) {
            return null;
        }
        // Beside the list: up to where it begins, or the root ends.
        preg_match("~<(?:{$this->list}|/response)~", $this->buffer, $mark, PREG_OFFSET_CAPTURE, $this->at);
        $limit = $mark[0][1] ?? strlen($this->buffer);
        $last = strrpos(substr($this->buffer, $this->at, $limit - $this->at), '>');

        return $last === false ? null : $this->at + $last + 1;
    }

    /** Parses what comes up to a place and goes on behind it; false when that is not well-formed. */
    private function cut(int $end): bool
    {
        $content = substr($this->buffer, $this->at, $end - $this->at);
        $parsed = StrictXml::content($content, $this->place);
        if ($parsed === null) {
            return false;
        }
        $isPlain = ReplyElement::isPlain($content);
        foreach ($parsed as $name => $element) {
            if ($this->place === self::ROOT) {
                ($this->onField)($name, $element);
            } elseif ($name === $this->item) {
                ($this->onItem)($element, $isPlain);
            }
        }
        $this->at = $end;

        return true;
    }

    /** Takes one token, or an element token by token; false when more must come first. */
    private function step(): bool
    {
        if ($this->stepDepth > 0) {
            return $this->stepThrough();
        }
        $this->at += $this->place === self::BEFORE && !$this->hasBegun ? 0 : strspn($this->buffer, " \t\r\n", $this->at);
        if ($this->at >= strlen($this->buffer)) {
            return false;
        }
        $end = $this->endOfToken($this->at);
        $this->refuseDocumentType($end !== null);
        if ($end === null) {
            return false;
        }
        $token = substr($this->buffer, $this->at, $end - $this->at);
        if (preg_match('~^<(/?)([^\s/>!?]+)~', $token, $tag) !== 1) {
            return $this->takeMisc($token, $end);
        }
        [, $slash, $name] = $tag;
        if ($slash !== '') {
            return $this->close($token, $end);
        }
        $opens = $this->place === self::BEFORE || ($this->place === self::ROOT && $name === $this->list);

        return $opens ? $this->open($token, $name, $end) : $this->begin($end);
    }

    /** Waits for the whole of it, or its end: what it is for may come last. */
    private function refuseDocumentType(bool $isWhole): void
    {
        $isOne = $this->place === self::BEFORE && substr_compare($this->buffer, '<!doctype', $this->at, 9, true) === 0;
        if ($isOne && ($isWhole || strlen($this->buffer) - $this->at > self::PATIENCE)) {
            throw new XmlRefused(BadReplyReason::Doctype, Prolog::DOCUMENT_TYPE);
        }
    }

    private function endOfToken(int $at): ?int
    {
        $length = strlen($this->buffer);
        if ($length < $this->retryAt && !$this->hasEnded) {
            return null;
        }
        $end = $at < $length ? TokenScanner::endOfToken($this->buffer, $at) : null;
        if ($end !== null) {
            return $end;
        }
        if ($this->hasEnded) {
            throw StrictXml::malformed();
        }
        // A long one is not searched again for each further piece.
        $this->retryAt = $length - $at > self::PATIENCE ? $length + ($length - $at) : 0;

        return null;
    }

    /** Takes a text, a comment, an instruction or a CDATA section. */
    private function takeMisc(string $token, int $end): bool
    {
        // What is left of the declaration is nothing.
        $token = $this->hasBegun ? $token : Prolog::withoutDeclaration($token);
        $this->hasBegun = true;
        $isOutside = $this->place === self::BEFORE || $this->place === self::AFTER;
        if ($isOutside && $token !== '' && preg_match('~^<(?:!--|\?)~', $token) !== 1) {
            throw StrictXml::malformed();
        }
        StrictXml::content($token, self::ROOT) ?? throw StrictXml::malformed();
        $this->at = $end;

        return true;
    }

    /** Takes the start tag of the root or of the list. */
    private function open(string $token, string $name, int $end): bool
    {
        $this->hasBegun = true;
        $isEmpty = str_ends_with($token, '/>');
        StrictXml::content($isEmpty ? $token : "{$token}</{$name}>", self::ROOT) ?? throw StrictXml::malformed();
        if ($this->place === self::BEFORE) {
            if ($name !== 'response') {
                throw new XmlRefused(BadReplyReason::WrongRoot, 'another root element than response');
            }
            $this->place = $isEmpty ? self::AFTER : self::ROOT;
        } else {
            if ($this->hasList) {
                throw new XmlRefused(BadReplyReason::WrongShape, "more than one {$name}");
            }
            $this->hasList = true;
            $this->place = $isEmpty ? self::ROOT : self::LIST;
        }
        $this->at = $end;

        return true;
    }

    private function close(string $token, int $end): bool
    {
        $name = match ($this->place) {
            self::ROOT => 'response',
            self::LIST => $this->list,
            default => throw StrictXml::malformed(),
        };
        if (rtrim($token, " \t\r\n>") !== "</{$name}" || substr_count($token, '>') !== 1) {
            throw StrictXml::malformed();
        }
        $this->place = $this->place === self::LIST ? self::ROOT : self::AFTER;
        $this->at = $end;

        return true;
    }

    /** Begins an element that is stepped through. An item waits: its end may come with others. */
    private function begin(int $end): bool
    {
        if ($this->place === self::AFTER) {
            throw StrictXml::malformed();
        }
        $mayWait = $this->place === self::LIST
            && !$this->hasEnded
            && $this->at >= $this->steppedUntil
            && strlen($this->buffer) - $this->at < self::PATIENCE;
        if ($mayWait) {
            return false;
        }
        $this->stepAt = $end;
        $this->stepDepth = TokenScanner::depthOf($this->buffer, $this->at, $end);

        return $this->stepThrough();
    }

    private function stepThrough(): bool
    {
        while ($this->stepDepth > 0) {
            $end = $this->endOfToken($this->stepAt);
            if ($end === null) {
                return false;
            }
            $this->stepDepth += TokenScanner::depthOf($this->buffer, $this->stepAt, $end);
            $this->stepAt = $end;
            if ($this->stepDepth > StrictXml::MAX_DEPTH) {
                throw StrictXml::tooDeep();
            }
        }

        return $this->cut($this->stepAt) ? true : throw StrictXml::malformed();
    }
}
