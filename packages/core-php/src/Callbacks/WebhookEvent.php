<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use stdClass;

/** One event of a webhook. */
final class WebhookEvent
{
    private const MEETING = ['internal-meeting-id' => 'text', 'external-meeting-id' => 'text'];

    private const NO_MEETING = ['internal-meeting-id' => null, 'external-meeting-id' => null];

    /**
     * @param string $key the same for every repetition of the event; store it to recognise them
     * @param int|float|null $at epoch ms; later versions deliver out of order: sort by it
     * @param bool $known whether the table of events has it: then it has only attributes named there
     * @param mixed $attributes as sent, without what looks like a secret
     */
    private function __construct(
        public readonly string $key,
        public readonly ?string $meetingID,
        public readonly ?string $internalMeetingID,
        public readonly int|float|null $at,
        public readonly bool $known,
        public readonly string $id,
        public readonly mixed $attributes,
    ) {
    }

    /** Reads an event; null for what is none. */
    public static function read(mixed $item): ?self
    {
        $data = $item instanceof stdClass ? ($item->data ?? null) : null;
        $id = Attributes::take($data, ['id' => 'text'])['id'] ?? null;
        $key = EventKey::of($item);
        if (!$data instanceof stdClass || !is_string($id) || $id === '' || $key === null) {
            return null;
        }
        $sent = $data->attributes ?? new stdClass();
        $meeting = Attributes::take($sent instanceof stdClass ? ($sent->meeting ?? null) : null, self::MEETING);
        ['external-meeting-id' => $external, 'internal-meeting-id' => $internal] = $meeting + self::NO_MEETING;
        $at = Attributes::take($data->event ?? null, ['ts' => 'number'])['ts'] ?? null;
        $specs = WebhookEvents::ALL[$id] ?? null;

        return new self(
            $key,
            is_string($external) ? $external : null,
            is_string($internal) ? $internal : null,
            is_int($at) || is_float($at) ? $at : null,
            $specs !== null,
            $id,
            $specs === null ? Attributes::takeOpen($sent) : Attributes::take($sent, $specs),
        );
    }

    /**
     * Tells whether the event is of one of the meetings. Recording events may lack the external id;
     * the internal one starts with its SHA-1.
     *
     * @param list<string> $meetingIDs
     */
    public function isOf(array $meetingIDs): bool
    {
        if ($this->meetingID !== null) {
            return in_array($this->meetingID, $meetingIDs, true);
        }
        $prefix = explode('-', $this->internalMeetingID ?? '', 2)[0];
        foreach ($meetingIDs as $expected) {
            if (hash('sha1', $expected) === $prefix) {
                return true;
            }
        }

        return false;
    }
}
