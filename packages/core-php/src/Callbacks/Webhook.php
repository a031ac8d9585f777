<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use Bluebridge\Core\Errors\BbbException;
use SensitiveParameter;
use stdClass;

/** What one webhook brought. */
final class Webhook
{
    private const CALLBACK = 'webhook';

    /** Whole shared notes may be in one. */
    private const MAX_BYTES = 4 * 1024 * 1024;

    /**
     * @param string|null $domain the server's own name
     * @param int $timestamp epoch ms; the same when the delivery is repeated
     * @param list<WebhookEvent> $events
     * @param array{foreign: int, repeated: int, unreadable: int} $dropped how many were left out: of
     *     another meeting, handled before, or not events
     */
    private function __construct(
        public readonly WebhookScheme $scheme,
        public readonly ?string $domain,
        public readonly int $timestamp,
        public readonly array $events,
        public readonly array $dropped,
    ) {
    }

    /**
     * Verifies a webhook and reads its events. Answer a refusal with 403 or 400: servers take 401 for
     * a success. See the development page "Webhooks".
     *
     * @param list<string>|null $meetingIDs meetings this address was registered for; events of others
     *     are dropped. Null for any meeting
     * @param callable(string): bool|null $isSeen tells of a key whether its event was handled already
     * @param int|null $notBefore epoch ms; refuses older deliveries. Servers repeat one for about five minutes
     * @throws BbbException `access_denied` when nothing proves it genuine or it is too old, `bad_reply`
     *     when it is not a form with `event` and `timestamp`
     */
    public static function verify(
        WebhookRequest $request,
        #[SensitiveParameter] WebhookProof $proof,
        ?array $meetingIDs,
        ?callable $isSeen = null,
        ?int $notBefore = null,
    ): self {
        $text = ReceivedBody::text(self::CALLBACK, $request->body, self::MAX_BYTES);
        $fields = ReceivedBody::formFields(self::CALLBACK, $text);
        $scheme = WebhookChecksum::provenScheme($request, $fields, $proof);
        $timestamp = ReceivedBody::onlyField(self::CALLBACK, $fields, 'timestamp');
        if (preg_match('/^\d{1,15}$/D', $timestamp) !== 1) {
            throw Refusals::malformed(self::CALLBACK, 'has an odd timestamp');
        }
        if ($notBefore !== null && (int) $timestamp < $notBefore) {
            throw Refusals::denied(self::CALLBACK, 'is too old');
        }
        $sent = ReceivedBody::json(self::CALLBACK, ReceivedBody::onlyField(self::CALLBACK, $fields, 'event'), 'an event');
        if (!is_array($sent) && !$sent instanceof stdClass) {
            throw Refusals::malformed(self::CALLBACK, 'has no event in it');
        }
        $items = is_array($sent) ? $sent : [$sent];
        [$events, $dropped] = self::sortOut($items, $meetingIDs, $isSeen ?? static fn (string $key): bool => false);

        return new self($scheme, $fields['domain'][0] ?? null, (int) $timestamp, $events, $dropped);
    }

    /**
     * @param array<array-key, mixed> $items
     * @param list<string>|null $meetingIDs
     * @param callable(string): bool $isSeen
     * @return array{list<WebhookEvent>, array{foreign: int, repeated: int, unreadable: int}}
     */
    private static function sortOut(array $items, ?array $meetingIDs, callable $isSeen): array
    {
        $events = [];
        $dropped = ['foreign' => 0, 'repeated' => 0, 'unreadable' => 0];
        foreach ($items as $item) {
            $event = WebhookEvent::read($item);
            if ($event === null) {
                $dropped['unreadable']++;
            } elseif ($meetingIDs !== null && !$event->isOf($meetingIDs)) {
                $dropped['foreign']++;
            } elseif (isset($events[$event->key]) || $isSeen($event->key)) {
                $dropped['repeated']++;
            } else {
                $events[$event->key] = $event;
            }
        }

        return [array_values($events), $dropped];
    }
}
