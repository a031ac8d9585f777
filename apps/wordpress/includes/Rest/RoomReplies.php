<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rest;

use Bluebridge\WordPress\Entrance\EntranceAddress;
use Bluebridge\WordPress\Presentations\DocumentFile;
use Bluebridge\WordPress\Presentations\RoomDocuments;
use Bluebridge\WordPress\Rooms\Hosts;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomMove;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Settings\OfferedSettings;
use Bluebridge\WordPress\Settings\SettingsCheck;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;
use Bluebridge\WordPress\Words\SettingWords;

/** Rooms as `RoomSchema` describes them, for those who lead them. */
final class RoomReplies
{
    public function __construct(private readonly Servers $servers, private readonly RoomMove $move)
    {
    }

    /** @return array<string, mixed> */
    public function room(StoredRoom $room): array
    {
        $capabilities = $this->servers->capabilitiesOf($room->meetingID);

        return [
            'id' => $room->id,
            'author' => $room->authorId,
            'authorName' => (string) get_the_author_meta('display_name', $room->authorId),
            'title' => $room->title,
            'status' => $room->status,
            // An object in JSON, also when it is empty.
            'settings' => (object) OfferedSettings::of($room->effectiveSettings(), $capabilities),
            'locked' => array_keys(OfferedSettings::of($room->bounds->locks, $capabilities)),
            'warnings' => self::warnings($room, $capabilities),
            'preset' => $room->presetId,
            'hosts' => self::hosts(Hosts::of($room->id)),
            'documents' => array_map(self::document(...), RoomDocuments::of($room->id)),
            'enterUrl' => EntranceAddress::of($room),
            'mayChange' => current_user_can('edit_post', $room->id),
            'mayHandOver' => RoomWishes::mayHandOver($room),
            'mayDelete' => current_user_can('delete_post', $room->id),
        ] + (current_user_can(Rights::MANAGE) ? ['server' => $this->move->serverOf($room)] : []);
    }

    /** @return list<array{path: string, text: string}> what is odd about the settings, in words */
    private static function warnings(StoredRoom $room, RoomCapabilities $capabilities): array
    {
        $check = SettingsCheck::of(OfferedSettings::of($room->settings, $capabilities), [], $capabilities, $room->bounds);

        return array_map(static fn (array $remark): array => [
            'path' => $remark['path'],
            'text' => SettingWords::ofWarning($remark),
        ], $check->warnings);
    }

    /** @return array{users: list<array{id: int, name: string}>, roles: list<string>} */
    private static function hosts(Hosts $hosts): array
    {
        $people = [];
        foreach ($hosts->users as $id) {
            $user = get_userdata($id);
            if ($user !== false) {
                $people[] = ['id' => $id, 'name' => $user->display_name];
            }
        }

        return ['users' => $people, 'roles' => $hosts->roles];
    }

    /**
     * @param array{id: int, by: int} $chosen
     * @return array{id: int, name: string, size: int, isThere: bool}
     */
    private static function document(array $chosen): array
    {
        $file = DocumentFile::find($chosen['id']);

        return [
            'id' => $chosen['id'],
            'name' => $file->name ?? '',
            'size' => $file->size ?? 0,
            'isThere' => $file !== null && RoomDocuments::refusal($chosen['id'], $chosen['by']) === null,
        ];
    }
}
