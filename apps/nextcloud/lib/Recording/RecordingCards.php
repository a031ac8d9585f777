<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Recording;

use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Model\Visibility;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RecordingView;
use OCA\Bluebridge\Words\RecordingWords;
use OCP\IURLGenerator;

/**
 * Recordings as the API shows them to somebody.
 *
 * @phpstan-type May array{edit: bool, rename: bool, remove: bool, protect: bool, captions: bool, save: bool}
 * @phpstan-type Card array{recordID: string, name: string, startTime: int, endTime: int, participants: int, state: 'expected'|'processing'|'published'|'unpublished'|'missing', visibility: string, isProtected: bool, publicLink: array{url: string, hasPassword: bool, expiresAt: int|null}|null, formats: list<array{type: string, label: string, url: string, lengthMinutes: int}>, may: May}
 */
class RecordingCards
{
    public function __construct(
        private readonly RecordingWords $words,
        private readonly Servers $servers,
        private readonly Captions $captions,
        private readonly RecordingLinks $links,
        private readonly IURLGenerator $urls,
    ) {
    }

    /** @return 'moderator'|'participant' as the core knows people who see recordings */
    public static function viewerOf(Role $role): string
    {
        return $role->reaches(Role::Moderator) ? 'moderator' : 'participant';
    }

    /** @return Card|null null for what is not theirs to see */
    public function of(Room $room, Recording $recording, Role $role): ?array
    {
        $isHidden = $recording->getDeletingSince() > 0
            || (!$role->reaches(Role::Moderator) && $recording->visibility() === Visibility::Private);
        $view = $isHidden ? null : RecordingView::of($recording->known(), self::viewerOf($role));
        if ($view === null) {
            return null;
        }
        $known = $recording->known();
        $state = $known['state'] === 'expected' ? 'expected' : match ($view['status']) {
            'ready', 'protected' => 'published',
            'hidden' => 'unpublished',
            'missing' => 'missing',
            'processing' => 'processing',
        };
        $mayEdit = $role->reaches(Role::Manager);

        return [
            'recordID' => $recording->getRecordId(),
            'name' => $view['title'] ?? $this->words->untitled(),
            'startTime' => $state === 'expected' ? $known['expectedSince'] ?? 0 : $view['startedAt'] ?? 0,
            'endTime' => (int) ($known['facts']['endTime'] ?? 0),
            'participants' => (int) ($known['facts']['participants'] ?? 0),
            'state' => $state,
            'visibility' => $recording->visibility()->value,
            'isProtected' => $recording->isProtected(),
            'publicLink' => $mayEdit ? $this->links->of($recording) : null,
            'formats' => array_map(fn (array $format): array => [
                'type' => $format['type'],
                'label' => $this->words->format($format['type']),
                'url' => $this->watchUrl($room, $recording, $format['type']),
                'lengthMinutes' => $format['minutes'] ?? 0,
            ], $view['formats']),
            'may' => $this->mayOf($room, $recording, $mayEdit, $view['status']),
        ];
    }

    /** Gives where people of the room watch a format. */
    public function watchUrl(Room $room, Recording $recording, string $format): string
    {
        $names = ['id' => $room->getId(), 'recordID' => $recording->getRecordId(), 'format' => $format];

        return $this->urls->linkToRouteAbsolute('bluebridge.playback.watch', $names);
    }

    /** @return May what the server lacks is not offered, and what it has not made cannot be changed there */
    private function mayOf(Room $room, Recording $recording, bool $mayEdit, string $status): array
    {
        $isThere = $mayEdit && $status !== 'processing' && $status !== 'missing';
        $mayUpdate = $isThere && $this->servers->capabilitiesOf($room)->hasCall('updateRecordings');

        return [
            'edit' => $mayEdit,
            'rename' => $mayUpdate,
            'remove' => $mayEdit,
            'protect' => $mayUpdate && $recording->knowsProtection(),
            'captions' => $isThere && $this->captions->arePossible($room),
            'save' => $status === 'ready' || $status === 'protected',
        ];
    }
}
