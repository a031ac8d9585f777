<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Privacy;

use Bluebridge\WordPress\Access\Invitations;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Storage\Database;
use WP_User;

/** What this site knows of a person through meetings. Guests without an account leave nothing that lasts. */
final class PersonalData
{
    public function __construct(private readonly RoomStore $rooms, private readonly MeetingWatches $watches)
    {
    }

    /**
     * Gives the rooms of somebody, and the meetings they are in.
     *
     * @param positive-int $page
     * @return array{data: list<array<string, mixed>>, done: bool}
     */
    public function export(WP_User $user, int $page): array
    {
        $found = $this->rooms->search('', $user->ID, $page, PrivacyModule::AT_ONCE);
        $data = [];
        foreach ($found['rooms'] as $room) {
            $data[] = self::item('rooms', __('Rooms', 'bluebridge'), "room-{$room->id}", [
                __('Name', 'bluebridge') => $room->title,
                __('Settings', 'bluebridge') => (string) wp_json_encode((object) $room->settings),
            ]);
        }
        if ($page === 1) {
            foreach ($this->meetingsWith($user) as $meetingID) {
                $data[] = self::item('meetings', __('Meetings', 'bluebridge'), "meeting-{$meetingID}", [
                    __('Name in the meeting', 'bluebridge') => $user->display_name,
                ]);
            }
            foreach ($this->invitationsBy($user) as $id => $label) {
                $data[] = self::item('invitations', __('Invitations to rooms', 'bluebridge'), "invitation-{$id}", [
                    __('Name', 'bluebridge') => $label,
                ]);
            }
            /**
             * Filters what is exported of a person.
             *
             * @param list<array<string, mixed>> $data items as WordPress' exporters give them
             * @param \WP_User $user
             */
            $data = array_values((array) apply_filters('bluebridge_personal_data', $data, $user));
        }

        /** @var list<array<string, mixed>> $data */
        return ['data' => $data, 'done' => $page * PrivacyModule::AT_ONCE >= $found['total']];
    }

    /**
     * Forgets the name of somebody. Rooms stay, because others meet in them; WordPress gives them to
     * somebody else when the account is deleted.
     *
     * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}
     */
    public function erase(WP_User $user): array
    {
        $meetings = $this->meetingsWith($user);
        foreach ($meetings as $meetingID) {
            $this->watches->forget($meetingID);
        }
        // An invitation goes on leading into its room; only who made it is forgotten.
        $invitations = Database::change('UPDATE %i SET created_by = 0 WHERE created_by = %d', Invitations::table(), $user->ID);
        $rooms = $this->rooms->search('', $user->ID, 1, 1)['total'];
        $messages = $rooms === 0 ? [] : [sprintf(
            /* translators: %d: number of rooms */
            _n(
                '%d room of this person was kept. Delete it or give it to somebody else.',
                '%d rooms of this person were kept. Delete them or give them to somebody else.',
                $rooms,
                'bluebridge',
            ),
            $rooms,
        )];
        /**
         * Fires when what is known of a person is to be erased.
         *
         * @param \WP_User $user
         */
        do_action('bluebridge_erase_personal_data', $user);

        return [
            'items_removed' => $meetings !== [] || $invitations > 0,
            'items_retained' => $rooms > 0,
            'messages' => $messages,
            'done' => true,
        ];
    }

    /**
     * Finds the meetings whose last known state names somebody.
     *
     * @return list<string>
     */
    private function meetingsWith(WP_User $user): array
    {
        $mark = '%"userID":"wp' . get_current_blog_id() . "-{$user->ID}\"%";
        $sql = 'SELECT meeting_id FROM %i WHERE snapshot LIKE %s';

        return Database::column($sql, MeetingWatches::table(), $mark);
    }

    /** @return array<int, string> labels by their ids */
    private function invitationsBy(WP_User $user): array
    {
        $labels = [];
        $sql = 'SELECT id, label FROM %i WHERE created_by = %d ORDER BY id';
        foreach (Database::rows($sql, Invitations::table(), $user->ID) as $row) {
            $labels[(int) $row['id']] = (string) $row['label'];
        }

        return $labels;
    }

    /**
     * @param array<string, string> $values by their labels
     * @return array<string, mixed>
     */
    private static function item(string $group, string $label, string $id, array $values): array
    {
        $data = [];
        foreach ($values as $name => $value) {
            $data[] = ['name' => $name, 'value' => $value];
        }

        return ['group_id' => "bluebridge-{$group}", 'group_label' => $label, 'item_id' => "bluebridge-{$id}", 'data' => $data];
    }
}
