<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Model\Preset;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\SettingsForm;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\SettingTable;
use OCA\Bluebridge\Words\SettingWords;
use OCP\IUser;

/**
 * The form of a room's settings, with its words: what the server can do, and what is fixed.
 *
 * @phpstan-import-type Setting from SettingTable
 */
class RoomForm
{
    /** Fields that have a place of their own: the name above the form, codes among the ways in. */
    private const ELSEWHERE = ['name', 'hasViewerCode', 'hasModeratorCode'];

    public function __construct(
        private readonly Servers $servers,
        private readonly RoomTerms $terms,
        private readonly Quotas $quotas,
        private readonly SettingWords $words,
    ) {
    }

    /** @return array<string, mixed> `RoomForm` of the API */
    public function of(Room $room, IUser $user): array
    {
        return [
            'sections' => $this->sections($this->servers->capabilitiesOf($room), $this->terms->locksOf($room), $this->terms->mostPeopleIn($room)),
            'presets' => array_map(
                static fn (Preset $preset): array => ['id' => $preset->id, 'name' => $preset->name],
                $this->quotas->presetsOf($user),
            ),
            'documentLimits' => DocumentRules::limits(),
        ];
    }

    /**
     * @param array<string, string|int|bool> $locks
     * @param int $mostPeople that a room may be made for; 0 for any number
     * @return list<array{group: string, label: string, fields: list<array<string, mixed>>}>
     */
    public function sections(RoomCapabilities $capabilities, array $locks = [], int $mostPeople = 0): array
    {
        $sections = [];
        foreach (SettingsForm::sections($capabilities, $locks) as $section) {
            $fields = [];
            foreach ($section['fields'] as $field) {
                if (!in_array($field['name'], self::ELSEWHERE, true)) {
                    $lockedTo = isset($field['lockedTo']) ? ['lockedTo' => $field['lockedTo']] : [];
                    $limit = $field['name'] === 'maxParticipants' && $mostPeople > 0 ? ['max' => $mostPeople] : [];
                    $fields[] = $limit + $this->field($field['name'], $field['setting']) + $lockedTo;
                }
            }
            if ($fields !== []) {
                $sections[] = ['group' => $section['group'], 'label' => $this->words->ofTable($section['label']), 'fields' => $fields];
            }
        }

        return $sections;
    }

    /**
     * @param Setting $setting
     * @return array<string, mixed>
     */
    private function field(string $name, array $setting): array
    {
        $values = array_map(fn (array $each): array => [
            'value' => $each['value'],
            'label' => $this->words->ofTable($each['label']),
        ], $setting['values'] ?? []);

        return [
            'name' => $name,
            'control' => $setting['control'],
            'label' => $this->words->ofTable($setting['label']),
            'help' => $this->words->ofTable($setting['help']),
        ] + ($values === [] ? [] : ['values' => $values])
            + array_intersect_key($setting, array_flip(['default', 'min', 'max', 'unit', 'onlyIf']));
    }
}
