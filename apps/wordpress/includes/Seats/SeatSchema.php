<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

/** The schemas of what the REST API says about seats and the end of a meeting. */
final class SeatSchema
{
    /** @return array<string, mixed> */
    public static function sign(): array
    {
        return [
            '$schema' => 'http://json-schema.org/draft-04/schema#',
            'title' => 'bluebridge_seats',
        ] + self::part();
    }

    /**
     * Describes seats as a part of something else.
     *
     * @return array<string, mixed>
     */
    public static function part(): array
    {
        $texts = static fn (string $description): array => [
            'description' => $description,
            'type' => 'array',
            'items' => ['type' => 'string'],
            'readonly' => true,
        ];
        $count = static fn (string $description): array => ['description' => $description, 'type' => 'integer', 'readonly' => true];
        $text = static fn (string $description): array => ['description' => $description, 'type' => 'string', 'readonly' => true];

        return [
            'description' => __('Seats and the end of the meeting; only who leads the room is told.', 'bluebridge'),
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => [
                'lines' => $texts(__('What opening takes, or when the meeting ends, in words.', 'bluebridge')),
                'holders' => $texts(__('Who has the seats that are missing, in words.', 'bluebridge')),
                'taken' => $count(__('Seats that are taken: of the account, or of the meeting that runs.', 'bluebridge')),
                'total' => $count(__('All seats; 0 where none are counted.', 'bluebridge')),
                'confirms' => $text(__('Meetings that would end if the room opened; whoever opens it agrees to that.', 'bluebridge')),
                'extend' => $text(__('Words for the button that moves the end; empty where it cannot be moved.', 'bluebridge')),
            ],
        ];
    }

    /** @return array<string, mixed> */
    public static function extension(): array
    {
        return [
            '$schema' => 'http://json-schema.org/draft-04/schema#',
            'title' => 'bluebridge_extension',
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => [
                'plannedEndAt' => ['description' => __('The new end, epoch ms.', 'bluebridge'), 'type' => 'integer', 'readonly' => true],
                'message' => ['description' => __('The same in words.', 'bluebridge'), 'type' => 'string', 'readonly' => true],
                'seats' => self::part(),
            ],
        ];
    }
}
