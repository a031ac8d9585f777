<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Import;

use OCA\Bluebridge\Model\MemberKind;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Settings\Restriction;
use OCP\IDBConnection;
use OCP\Share\IShare;

/** What the app "BigBlueButton" (cloud_bbb) has left in the database. It need not be enabled. */
class OldTables
{
    private const KINDS = [IShare::TYPE_USER => MemberKind::User, IShare::TYPE_GROUP => MemberKind::Group, IShare::TYPE_CIRCLE => MemberKind::Team];

    private const ROLES = [Role::Manager, Role::Moderator, Role::Viewer];

    private const OPEN = ['public', 'password', 'waiting_room', 'waiting_room_all'];

    public function __construct(private readonly IDBConnection $db)
    {
    }

    public function areThere(): bool
    {
        return $this->db->tableExists('bbb_rooms');
    }

    /** @return list<OldRoom> the oldest first */
    public function rooms(): array
    {
        $members = [];
        foreach ($this->db->tableExists('bbb_room_shares') ? $this->rows('bbb_room_shares') : [] as $row) {
            $kind = self::KINDS[(int) self::text($row, 'share_type')] ?? null;
            $role = self::ROLES[(int) self::text($row, 'permission')] ?? Role::Viewer;
            if ($kind !== null) {
                $members[self::text($row, 'room_id')][] = ['kind' => $kind->value, 'target' => self::text($row, 'share_with'), 'role' => $role->value];
            }
        }

        return array_map(static fn (array $row): OldRoom => self::room($row, $members[self::text($row, 'id')] ?? []), $this->rows('bbb_rooms'));
    }

    /** @return array<string, array{rooms: int, rule: Restriction}> by the ids of groups */
    public function rules(): array
    {
        $rules = [];
        foreach ($this->db->tableExists('bbb_restrictions') ? $this->rows('bbb_restrictions') : [] as $row) {
            $kinds = json_decode(self::text($row, 'room_types'), true);
            $kinds = is_array($kinds) ? array_filter($kinds, is_string(...)) : [];
            $rules[self::text($row, 'group_id')] = ['rooms' => max(-1, (int) self::text($row, 'max_rooms')), 'rule' => new Restriction(
                self::isOn($row, 'allow_recording'),
                // No kinds stand for all of them.
                $kinds === [] || array_intersect($kinds, self::OPEN) !== [],
                max(0, (int) self::text($row, 'max_participants')),
            )];
        }

        return $rules;
    }

    /**
     * @param array<array-key, mixed> $row
     * @param list<array{kind: string, target: string, role: string}> $members
     */
    private static function room(array $row, array $members): OldRoom
    {
        $access = self::text($row, 'access') === '' ? 'public' : self::text($row, 'access');
        $waits = self::isOn($row, 'require_moderator');
        $settings = [
            'welcome' => self::text($row, 'welcome'),
            'maxParticipants' => max(0, (int) self::text($row, 'max_participants')),
            'record' => self::isOn($row, 'record'),
            'allJoinAsModerator' => self::isOn($row, 'everyone_is_moderator'),
            'anyoneCanStart' => !$waits,
            'waitForModerator' => $waits,
            'guestsAllowed' => $access !== 'internal_restricted',
            'guestApproval' => in_array($access, ['waiting_room', 'waiting_room_all'], true),
            'listenOnlyAllowed' => self::isOn($row, 'listen_only'),
            'skipAudioCheck' => !self::isOn($row, 'media_check'),
            'muteOnStart' => self::isOn($row, 'join_muted'),
        ];

        return new OldRoom(
            self::text($row, 'uid'),
            self::text($row, 'name'),
            self::text($row, 'user_id'),
            $access,
            $access === 'password' ? self::text($row, 'password') : '',
            self::text($row, 'moderator_token'),
            self::text($row, 'presentation_path') !== '',
            array_filter($settings, static fn (string|int|bool $value): bool => $value !== '' && $value !== 0),
            $members,
        );
    }

    /** @return list<array<array-key, mixed>> */
    private function rows(string $table): array
    {
        $query = $this->db->getQueryBuilder();
        // Older versions of that app had fewer columns.
        $result = $query->select('*')->from($table)->orderBy('id')->executeQuery();
        $rows = [];
        while (is_array($row = $result->fetch())) {
            $rows[] = $row;
        }
        $result->closeCursor();

        return $rows;
    }

    /** @param array<array-key, mixed> $row */
    private static function text(array $row, string $column): string
    {
        return is_scalar($row[$column] ?? null) ? (string) $row[$column] : '';
    }

    /** @param array<array-key, mixed> $row */
    private static function isOn(array $row, string $column): bool
    {
        return in_array($row[$column] ?? null, [true, 1, '1', 't', 'true'], true);
    }
}
