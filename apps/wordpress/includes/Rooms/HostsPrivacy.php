<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Module;
use WP_User;

/** That somebody is a co-host goes with their account, and is told them when they ask. */
final class HostsPrivacy implements Module
{
    private const MOST = 1000;

    public function __construct(private readonly RoomStore $rooms)
    {
    }

    public function register(): void
    {
        add_action('deleted_user', self::forget(...));
        add_action('remove_user_from_blog', self::forget(...));
        add_action('bluebridge_erase_personal_data', static fn (WP_User $user) => self::forget($user->ID));
        add_filter('bluebridge_personal_data', $this->tell(...), 10, 2);
    }

    private static function forget(int $userId): void
    {
        delete_metadata('post', 0, Hosts::USER, (string) $userId, true);
    }

    /**
     * @param list<array<string, mixed>> $data
     * @return list<array<string, mixed>>
     */
    private function tell(array $data, WP_User $user): array
    {
        foreach ($this->rooms->ledBy($user, self::MOST) as $room) {
            if (in_array($user->ID, Hosts::of($room->id)->users, true)) {
                $data[] = [
                    'group_id' => 'bluebridge-hosts',
                    'group_label' => __('Rooms as a co-host', 'bluebridge'),
                    'item_id' => "bluebridge-host-{$room->id}",
                    'data' => [['name' => __('Name', 'bluebridge'), 'value' => $room->title]],
                ];
            }
        }

        return $data;
    }
}
