<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

use Bluebridge\Core\Client\LostReason;
use Bluebridge\Core\Client\TransportFailure;
use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Response\HttpResponse;
use Bluebridge\Core\Response\JsonParser;
use Bluebridge\Core\Response\ReplyElement;
use Bluebridge\Core\Response\ReplyText;
use Bluebridge\Core\Response\XmlParser;
use Bluebridge\Core\Response\XmlRefused;
use Throwable;

/** One answer, sorted. */
final class Answer
{
    private function __construct(
        public readonly AnswerKind $kind,
        private readonly ?ReplyElement $root = null,
        public readonly ?Address $to = null,
        public readonly LostReason $why = LostReason::Unreachable,
    ) {
    }

    /** Sorts an answer. A server's own envelope counts under any status: balancers send it with 500. */
    public static function ofResponse(HttpResponse $response, string $url): self
    {
        $root = self::envelopeIn($response->body);
        $status = $response->status;

        return match (true) {
            $root !== null => new self(AnswerKind::Reply, $root),
            $status >= 300 && $status <= 399
                => new self(AnswerKind::Redirect, to: Address::ofRedirect($response->headers['location'] ?? '', $url)),
            in_array($status, [401, 403], true) => new self(AnswerKind::Forbidden),
            in_array($status, [404, 405, 410, 501], true) => new self(AnswerKind::Missing),
            $status === 429 || $status >= 500 => new self(AnswerKind::Busy),
            default => new self(AnswerKind::Page),
        };
    }

    /** Sorts a failure of the transport, by its own word where there is one. */
    public static function ofFailure(Throwable $error): self
    {
        $cause = $error->getPrevious();
        $code = $error instanceof BbbException ? $error->error : null;

        return match (true) {
            $code === BbbError::Timeout => new self(AnswerKind::Lost, why: LostReason::TimedOut),
            $code === BbbError::BadReply => new self(AnswerKind::Page),
            default => new self(AnswerKind::Lost, why: $cause instanceof TransportFailure ? $cause->why : LostReason::Unreachable),
        };
    }

    public function returncode(): string
    {
        return $this->field('returncode') ?? '';
    }

    public function messageKey(): ?string
    {
        $error = $this->firstError();
        $key = $error === null ? $this->field('messageKey') : self::textIn($error, 'key');

        return $key === '' ? null : $key;
    }

    /** Gives the text of a field of the reply. */
    public function field(string $name): ?string
    {
        return self::textIn($this->root, $name);
    }

    private function firstError(): ?ReplyElement
    {
        try {
            $first = $this->root?->childItems('errors', 'error')[0] ?? null;
        } catch (XmlRefused) {
            return null;
        }

        return $first instanceof ReplyElement ? $first : null;
    }

    private static function textIn(?ReplyElement $element, string $name): ?string
    {
        try {
            $text = $element?->childText($name);
        } catch (XmlRefused) {
            return null;
        }

        return $text === null ? null : ReplyText::trim($text);
    }

    private static function envelopeIn(string $body): ?ReplyElement
    {
        $isJson = str_starts_with(ReplyText::trimStart(substr($body, 0, 64)), '{');
        try {
            $root = $isJson ? JsonParser::parse($body, []) : XmlParser::parse($body);

            return $root->childText('returncode') === null ? null : $root;
        } catch (XmlRefused) {
            return null;
        }
    }
}
