<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rest;

use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Policies\RoomLimit;
use Bluebridge\WordPress\Presentations\RoomDocuments;
use Bluebridge\WordPress\Rooms\Hosts;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomBounds;
use Bluebridge\WordPress\Rooms\RoomMove;
use Bluebridge\WordPress\Rooms\RoomNotKept;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Settings\OfferedSettings;
use Bluebridge\WordPress\Settings\PresetCheck;
use Bluebridge\WordPress\Settings\Presets;
use Bluebridge\WordPress\Settings\SettingsCheck;
use Bluebridge\WordPress\Words\SettingWords;
use WP_Error;
use WP_User;

/** Reads what requests want of rooms: everything is checked before anything is kept. */
final class RoomWishes
{
    public function __construct(
        private readonly RoomStore $rooms,
        private readonly Servers $servers,
        private readonly RoomMove $move,
        private readonly Presets $presets = new Presets(),
    ) {
    }

    /** Tells whether the current user may give a room to somebody else. */
    public static function mayHandOver(StoredRoom $room): bool
    {
        $isTheirs = $room->authorId === get_current_user_id() || current_user_can(Rights::EDIT_OTHERS);

        return $isTheirs && current_user_can('edit_post', $room->id);
    }

    /** @param StoredRoom|null $room null for a new one */
    public function read(Given $given, ?StoredRoom $room): RoomWish|WP_Error
    {
        $status = $given->text('status') ?? $room->status ?? (current_user_can(Rights::PUBLISH) ? 'publish' : 'pending');
        if ($status !== $room?->status && in_array($status, ['publish', 'private'], true) && !current_user_can(Rights::PUBLISH)) {
            return StrictController::notAllowed();
        }
        $presetId = $given->text('preset');
        if ($presetId !== null && $presetId !== '' && !isset($this->presets->all()[$presetId])) {
            return self::wrong('invalid_preset', __('There is no such preset.', 'bluebridge'));
        }
        $settings = $this->settings($given->object('settings'), $room, $presetId);
        $hosts = $settings instanceof WP_Error ? null : $this->hosts($given->object('hosts'), $room);
        $files = $given->object('documents');
        $documents = $files === null ? null : self::numbers($files);
        $problem = match (true) {
            $settings instanceof WP_Error => $settings,
            $hosts instanceof WP_Error => $hosts,
            default => self::documentsProblem($documents, $room) ?? self::authorProblem($given->number('author'), $room)
                ?? $this->serverProblem($given->text('server'), $room),
        };
        if ($problem !== null) {
            return $problem;
        }
        $author = $given->number('author');

        /** @var array<string, string|int|bool>|null $settings */
        /** @var Hosts|null $hosts */
        return new RoomWish(
            $given->line('title'),
            $status,
            $presetId,
            $settings,
            $hosts,
            $documents,
            $author > 0 ? $author : null,
            $given->text('server'),
        );
    }

    /**
     * Makes the room that was checked.
     *
     * @throws RoomNotKept when WordPress does not write it
     */
    public function add(RoomWish $wish): StoredRoom
    {
        return $this->keepRest($wish, $this->rooms->add($wish->title ?? '', $wish->status, $wish->settings ?? []));
    }

    /**
     * Keeps what was checked for a room that is there.
     *
     * @throws RoomNotKept when WordPress does not write it
     */
    public function keep(RoomWish $wish, StoredRoom $room): StoredRoom
    {
        return $this->keepRest($wish, $this->rooms->change($room, $wish->title, $wish->status, $wish->settings));
    }

    /** Keeps what is not written with the room itself. */
    private function keepRest(RoomWish $wish, StoredRoom $room): StoredRoom
    {
        if ($wish->presetId !== null) {
            $room = $this->rooms->keepPreset($room, $wish->presetId);
        }
        $wish->hosts?->keepFor($room->id);
        if ($wish->documents !== null) {
            RoomDocuments::choose($room->id, $wish->documents, get_current_user_id());
        }

        if ($wish->server !== null) {
            $this->move->to($room, $wish->server);
        }

        return $wish->authorId === null ? $room : $this->rooms->handOver($room, $wish->authorId);
    }

    /**
     * @param array<array-key, mixed>|null $said
     * @return array<string, string|int|bool>|WP_Error|null
     */
    private function settings(?array $said, ?StoredRoom $room, ?string $presetId): array|WP_Error|null
    {
        $isAnew = $room === null || ($presetId !== null && $presetId !== '' && $presetId !== $room->presetId);
        if ($said === null && !$isAnew) {
            return null;
        }
        $chosen = $presetId ?? $room->presetId ?? '';
        $bounds = RoomBounds::of($this->presets->locksFor($chosen), Policies::current());
        $before = $room->settings ?? [];
        if ($isAnew) {
            $own = array_diff_key($before, PresetCheck::settable());
            $before = array_diff_key($this->presets->valuesFor($chosen), $bounds->locks) + $own;
        }
        $capabilities = $room === null ? $this->servers->capabilities() : $this->servers->capabilitiesOf($room->meetingID);
        // A new room says what its preset says, where nobody says anything else.
        $all = $isAnew ? array_replace(OfferedSettings::of($bounds->apply($before), $capabilities), $said ?? []) : $said ?? [];
        $check = SettingsCheck::of($all, $before, $capabilities, $bounds);
        if ($check->violations === []) {
            return $check->kept;
        }
        $names = implode(', ', array_column($check->violations, 'path'));

        return self::wrong(
            'invalid_settings',
            /* translators: %s: names of settings */
            sprintf(__('These settings cannot be saved: %s', 'bluebridge'), $names),
            ['violations' => array_map(SettingWords::withViolation(...), $check->violations)],
        );
    }

    /** @param array<array-key, mixed>|null $said */
    private function hosts(?array $said, ?StoredRoom $room): Hosts|WP_Error|null
    {
        if ($said === null) {
            return null;
        }
        $known = $room === null ? new Hosts() : Hosts::of($room->id);
        $users = self::numbers((array) ($said['users'] ?? []));
        $roles = array_values(array_unique(array_filter((array) ($said['roles'] ?? []), is_string(...))));
        foreach (array_diff($users, $known->users) as $id) {
            $user = get_userdata($id);
            // Who may not see all people of the site finds out nothing about them here either.
            $isHere = $user instanceof WP_User && is_user_member_of_blog($id);
            if (!$isHere || !(current_user_can('list_users') || $user->has_cap(Rights::EDIT))) {
                return self::wrong('invalid_hosts', __('One of these people cannot be a co-host here.', 'bluebridge'));
            }
        }
        if (array_diff($roles, $known->roles, array_keys(wp_roles()->roles)) !== []) {
            return self::wrong('invalid_hosts', __('There is no such role.', 'bluebridge'));
        }

        return new Hosts($users, $roles);
    }

    /** @param list<int>|null $ids */
    private static function documentsProblem(?array $ids, ?StoredRoom $room): ?WP_Error
    {
        $known = $room === null ? [] : array_column(RoomDocuments::of($room->id), 'id');
        $problems = [];
        foreach (array_diff($ids ?? [], $known) as $id) {
            $problems[] = ['id' => $id, 'text' => RoomDocuments::refusal($id, get_current_user_id())];
        }
        $problems = array_values(array_filter($problems, static fn (array $problem): bool => $problem['text'] !== null));

        return $problems === [] ? null : self::wrong('invalid_documents', (string) $problems[0]['text'], ['documents' => $problems]);
    }

    private static function authorProblem(int $userId, ?StoredRoom $room): ?WP_Error
    {
        if ($userId === 0 || $room === null || $userId === $room->authorId) {
            return null;
        }
        if (!self::mayHandOver($room)) {
            return StrictController::notAllowed();
        }
        $user = get_userdata($userId);
        $mayHave = $user instanceof WP_User && is_user_member_of_blog($userId) && $user->has_cap(Rights::EDIT);

        return $mayHave && RoomLimit::leftFor($user) !== 0
            ? null
            : self::wrong('invalid_author', __('This person cannot have the room.', 'bluebridge'));
    }

    private function serverProblem(?string $server, ?StoredRoom $room): ?WP_Error
    {
        if ($server === null || $room === null) {
            return null;
        }

        return current_user_can(Rights::MANAGE) ? $this->move->refusal($room, $server) : StrictController::notAllowed();
    }

    /**
     * @param array<array-key, mixed> $values
     * @return list<int>
     */
    private static function numbers(array $values): array
    {
        return array_values(array_unique(array_map(intval(...), array_filter($values, is_numeric(...)))));
    }

    /** @param array<string, mixed> $more */
    private static function wrong(string $code, string $message, array $more = []): WP_Error
    {
        return new WP_Error("bluebridge_{$code}", $message, ['status' => 400] + $more);
    }
}
