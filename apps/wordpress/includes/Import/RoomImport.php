<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Import;

use Bluebridge\WordPress\Access\AccessSettings;
use Bluebridge\WordPress\Access\AccessStore;
use Bluebridge\WordPress\Rooms\RoomCategories;
use Bluebridge\WordPress\Rooms\RoomStore;

/**
 * Makes rooms of those of the plugin "BigBlueButton". Nothing of the old plugin is changed, and a room
 * that was imported is not imported again.
 *
 * @phpstan-type Row array{oldId: int, title: string, outcome: 'new'|'known', notes: list<string>}
 */
final class RoomImport
{
    /** Room ids of meetings become part of our addresses, so they must be hard to guess. */
    private const HARD_TO_GUESS = '/^[A-Za-z0-9-]{16,64}$/D';

    public function __construct(
        private readonly OldRooms $old,
        private readonly ImportedRooms $imported,
        private readonly RoomStore $rooms,
        private readonly AccessStore $access,
    ) {
    }

    /**
     * Imports every room, or only tells what would come of it.
     *
     * @return list<Row>
     */
    public function run(bool $isDry): array
    {
        $rows = [];
        foreach ($this->old->all() as $old) {
            $isKnown = $this->imported->of($old->id) !== 0;
            $rows[] = [
                'oldId' => $old->id,
                'title' => $old->title,
                'outcome' => $isKnown ? 'known' : 'new',
                'notes' => $isKnown ? [] : $this->notesOn($old),
            ];
            if (!$isKnown && !$isDry) {
                $this->import($old);
            }
        }

        return $rows;
    }

    private function import(OldRoom $old): void
    {
        $room = $this->rooms->add($old->title, $old->status === 'future' ? 'draft' : $old->status, [
            'record' => $old->isRecorded,
            'waitForModerator' => $old->waitsForModerator,
            'anyoneCanStart' => !$old->waitsForModerator,
            'guestsAllowed' => $this->old->letsGuestsIn(),
        ]);
        if ($old->authorId !== $room->authorId) {
            $this->rooms->handOver($room, $old->authorId);
        }
        if ($this->keepsMeetingID($old)) {
            update_post_meta($room->id, RoomStore::MEETING_ID, $old->meetingID);
        }
        if ($this->old->asksForCodes()) {
            $this->access->keepCode($room->id, 'viewer', $old->viewerCode);
            // One code for both would make moderators of all.
            $this->access->keepCode($room->id, 'moderator', self::hasTwoCodes($old) ? $old->moderatorCode : '');
        }
        // The old plugin let everybody show every room.
        $this->access->keep($room->id, new AccessSettings($this->old->standings(), colleaguesMayPlace: true));
        $this->categorize($room->id, $old->categories);
        $this->imported->note($old, $room->id);
    }

    /** @param list<string> $names */
    private function categorize(int $roomId, array $names): void
    {
        $terms = [];
        foreach ($names as $name) {
            $known = term_exists($name, RoomCategories::NAME);
            $term = is_array($known) ? $known : wp_insert_term($name, RoomCategories::NAME);
            if (is_array($term)) {
                $terms[] = (int) $term['term_id'];
            }
        }
        if ($terms !== []) {
            wp_set_object_terms($roomId, $terms, RoomCategories::NAME);
        }
    }

    /** @return list<string> what a person should know of a room that is imported */
    private function notesOn(OldRoom $old): array
    {
        $hasCodes = $old->viewerCode . $old->moderatorCode !== '';

        return array_values(array_filter([
            $this->keepsMeetingID($old)
                ? null
                : __('It gets a new number on the meeting server; older recordings stay with the old plugin.', 'bluebridge'),
            $this->old->asksForCodes() && $hasCodes && !self::hasTwoCodes($old)
                ? __('Both codes are the same; only the code for everybody is kept.', 'bluebridge')
                : null,
            $hasCodes && !$this->old->asksForCodes()
                ? __('Nobody was asked for its codes; they are left out.', 'bluebridge')
                : null,
            $old->status === 'future' ? __('It was to be published later; it becomes a draft.', 'bluebridge') : null,
        ], is_string(...)));
    }

    /** A number that two rooms had would let the people of one into the other, and to its recordings. */
    private function keepsMeetingID(OldRoom $old): bool
    {
        return preg_match(self::HARD_TO_GUESS, $old->meetingID) === 1
            && !$this->rooms->isTaken($old->meetingID)
            && !$this->old->isShared($old->meetingID);
    }

    private static function hasTwoCodes(OldRoom $old): bool
    {
        return $old->viewerCode !== $old->moderatorCode;
    }
}
