<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Settings;

use Bluebridge\WordPress\Presentations\DocumentFile;
use Bluebridge\WordPress\Presentations\RoomDocuments;
use Bluebridge\WordPress\Rooms\RoomBounds;
use Bluebridge\WordPress\Rooms\RoomMove;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SettingsForm;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SettingTable;
use Bluebridge\WordPress\Words\SettingWords;

/**
 * The form of a room's settings, with its words: what the server can do, and what is fixed or limited.
 *
 * @phpstan-import-type Setting from SettingTable
 */
final class RoomForm
{
    public function __construct(private readonly Presets $presets, private readonly RoomMove $move)
    {
    }

    /** @return array<string, mixed> as `schema` describes it */
    public function of(RoomCapabilities $capabilities, RoomBounds $bounds): array
    {
        $sections = [];
        foreach (SettingsForm::sections($capabilities, $bounds->locks) as $section) {
            $fields = [];
            foreach ($section['fields'] as $field) {
                if (OfferedSettings::isOffered($field['name'])) {
                    $lockedTo = isset($field['lockedTo']) ? ['lockedTo' => $field['lockedTo']] : [];
                    $fields[] = self::field($field['name'], $field['setting'], $bounds) + $lockedTo;
                }
            }
            if ($fields !== []) {
                $sections[] = ['group' => $section['group'], 'label' => SettingWords::ofTable($section['label']), 'fields' => $fields];
            }
        }

        return [
            'sections' => $sections,
            'presets' => $this->presets->choices(),
            'roles' => self::roles(),
            'servers' => $this->move->choices(),
            'documentLimits' => [
                'most' => RoomDocuments::MOST,
                'maxBytes' => DocumentFile::MAX_BYTES,
                'kinds' => DocumentFile::KINDS,
            ],
        ];
    }

    /** @return array<string, mixed> */
    public static function schema(): array
    {
        $object = static fn (array $properties): array => [
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => $properties,
        ];
        $list = static fn (array $items): array => ['type' => 'array', 'items' => $items];
        [$text, $number, $value] = [['type' => 'string'], ['type' => 'integer'], ['type' => ['string', 'integer', 'boolean']]];
        $named = static fn (string $id): array => $list($object([$id => $text, 'name' => $text]));

        return [
            '$schema' => 'http://json-schema.org/draft-04/schema#',
            'title' => 'bluebridge_room_form',
        ] + $object([
            'sections' => $list($object(['group' => $text, 'label' => $text, 'fields' => $list($object([
                'name' => $text,
                'control' => $text,
                'label' => $text,
                'help' => $text,
                'default' => $value,
                'min' => $number,
                'max' => $number,
                'unit' => $text,
                'values' => $list($object(['value' => $text, 'label' => $text])),
                'onlyIf' => $text,
                'lockedTo' => $value,
            ]))])),
            'presets' => $named('id'),
            'roles' => $named('id'),
            'servers' => $named('id'),
            'documentLimits' => $object(['most' => $number, 'maxBytes' => $number, 'kinds' => $list($text)]),
        ]);
    }

    /**
     * @param Setting $setting
     * @return array<string, mixed>
     */
    private static function field(string $name, array $setting, RoomBounds $bounds): array
    {
        $most = $bounds->most[$name] ?? null;
        $limits = $most === null ? [] : ['max' => min($most, $setting['max'] ?? $most)];
        $values = array_map(static fn (array $each): array => [
            'value' => $each['value'],
            'label' => SettingWords::ofTable($each['label']),
        ], $setting['values'] ?? []);

        return [
            'name' => $name,
            'control' => $setting['control'],
            'label' => SettingWords::ofTable($setting['label']),
            'help' => SettingWords::ofTable($setting['help']),
        ] + $limits + ($values === [] ? [] : ['values' => $values])
            + array_intersect_key($setting, array_flip(['default', 'min', 'max', 'unit', 'onlyIf']));
    }

    /** @return list<array{id: string, name: string}> */
    private static function roles(): array
    {
        $roles = [];
        foreach (wp_roles()->get_names() as $id => $name) {
            $roles[] = ['id' => (string) $id, 'name' => translate_user_role($name)];
        }

        return $roles;
    }
}
