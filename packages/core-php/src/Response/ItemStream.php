<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Errors\BadReplyReason;
use Bluebridge\Core\Errors\BbbException;
use Generator;
use IteratorAggregate;

/**
 * The items of a list, handed out as soon as each is complete. To be read once.
 *
 * They are those of `ResponseInterpreter`, and every reply it refuses is refused with the same
 * code; but a reply can break after some of its items, so they count only once the stream has
 * ended without an exception (`rest` gives something). Memory does not grow with their number. An
 * empty list, as SUCCESS or as a FAILED that is an answer, is an empty stream.
 *
 * @implements IteratorAggregate<int, array<string, mixed>>
 */
final class ItemStream implements IteratorAggregate
{
    /** Most bytes of a streamed body unless the caller says otherwise. */
    public const MAX_BYTES = 64 * 1024 * 1024;

    /** @var array<string, mixed>|null */
    private ?array $rest = null;

    /** What has come before a returncode of SUCCESS: until then the reply may be any envelope. */
    private string $held = '';

    private bool $isSuccess = false;

    private bool $isOther;

    /**
     * @param string $name `getMeetings` or `getRecordings`
     * @param iterable<string> $chunks of the body
     */
    public function __construct(
        private readonly string $name,
        private readonly iterable $chunks,
        private readonly int $status,
        private readonly int $maxBytes = self::MAX_BYTES,
    ) {
        $this->isOther = !ResponseInterpreter::isGood($status);
    }

    /**
     * Reads a long list as a whole.
     *
     * @return array<string, mixed>
     * @throws BbbException as `ResponseInterpreter`
     */
    public static function whole(string $name, HttpResponse $response): array
    {
        $stream = new self($name, [$response->body], $response->status, ReplyText::MAX_BYTES);
        $items = iterator_to_array($stream, false);

        return ($stream->rest() ?? []) + [ListReader::listOf($name) => $items];
    }

    /**
     * Gives the fields beside the list, such as `totalElements`; null until the reply has proved to
     * be whole, which is after the last item.
     *
     * @return array<string, mixed>|null
     */
    public function rest(): ?array
    {
        return $this->rest;
    }

    /**
     * @return Generator<int, array<string, mixed>>
     * @throws BbbException `bad_reply` for anything that is not a whole reply, and the code of every
     *     other FAILED
     */
    public function getIterator(): Generator
    {
        $reader = new ListReader($this->name);
        try {
            foreach (TextPieces::of($this->heldChunks(), $this->maxBytes) as $piece) {
                if ($this->isOther) {
                    continue;
                }
                $reader->write($piece);
                $this->isSuccess = $reader->returncode() === 'SUCCESS';
                $this->isOther = !$this->isSuccess && $reader->returncode() !== null;
                if ($this->isSuccess) {
                    $this->held = '';
                    yield from $reader->take();
                }
            }
            $rest = $this->isSuccess ? $reader->end() : null;
        } catch (XmlRefused $error) {
            // Under another status it is the status that says what the body is about.
            if (!ResponseInterpreter::isGood($this->status)) {
                $this->interpretHeld();
            }
            throw ResponseInterpreter::badReply($this->name, $error, $this->held);
        }
        if ($rest !== null) {
            yield from $reader->take();
        } else {
            $list = ListReader::listOf($this->name);
            $rest = $this->interpretHeld();
            /** @var list<array<string, mixed>> $items as the catalogue says of every list */
            $items = $rest[$list] ?? [];
            unset($rest[$list]);
            yield from $items;
        }
        $this->rest = $rest;
    }

    /** @return array<string, mixed> */
    private function interpretHeld(): array
    {
        return ResponseInterpreter::interpret($this->name, new HttpResponse($this->status, [], $this->held));
    }

    /**
     * Hands chunks on, and keeps those of the first MiB as well until the reply is a success.
     *
     * @return iterable<string>
     */
    private function heldChunks(): iterable
    {
        $room = ReplyText::MAX_ENVELOPE_BYTES;
        foreach ($this->chunks as $chunk) {
            if ($this->isSuccess) {
                yield $chunk;
                continue;
            }
            // One byte more tells that there was more.
            $this->held .= substr($chunk, 0, $room + 1);
            yield substr($chunk, 0, $room);
            if (strlen($chunk) > max(0, $room)) {
                $this->requireSuccess();
                yield substr($chunk, $room);
            }
            $room -= strlen($chunk);
        }
    }

    private function requireSuccess(): void
    {
        if ($this->isOther) {
            throw new XmlRefused(BadReplyReason::TooLarge, 'more than a MiB that is no success');
        }
        if (!$this->isSuccess) {
            throw new XmlRefused(BadReplyReason::NoReturncode, 'no returncode in the first MiB');
        }
    }
}
