<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Policies;

/** Has the last word on what `create` says of a meeting, after the room and every other plugin. */
final class CreateBounds
{
    /** Settings with a highest number, as `create` calls them. */
    private const PARAMETERS = ['maxParticipants' => 'maxParticipants', 'durationMinutes' => 'duration'];

    /**
     * @param array<array-key, mixed> $params
     * @return array<array-key, mixed>
     */
    public static function on(array $params): array
    {
        $policies = Policies::current();
        if (!$policies->mayRecord) {
            $params = ['record' => false] + array_diff_key($params, ['autoStartRecording' => true, 'breakoutRoomsRecord' => true]);
        }
        foreach ($policies->most() as $setting => $most) {
            $name = self::PARAMETERS[$setting];
            $said = is_numeric($params[$name] ?? null) ? (int) $params[$name] : 0;
            // To a server, 0 is any number.
            $params[$name] = $said > 0 ? min($said, $most) : $most;
        }

        return $params;
    }
}
