<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Settings;

use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Preset;
use OCA\Bluebridge\Service\Presets;
use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Service\RoomForm;
use OCP\IGroupManager;
use OCP\Security\ISecureRandom;

/**
 * What an administrator says about all rooms: who may make how many and what they may not do, the
 * presets they begin with, and what is fixed. What was said of a group that is gone, or that its
 * directory does not name at the moment, can be saved again.
 *
 * @phpstan-type GroupRow array{group: string, name: string, rooms: int, mayRecord: bool, mayInviteGuests: bool, mostPeople: int}
 */
class RulesDesk
{
    private const LONGEST_NAME = 64;

    private const MOST_PRESETS = 100;

    private const MOST = 100_000;

    public function __construct(
        private readonly Presets $presets,
        private readonly Quotas $quotas,
        private readonly GroupRules $rules,
        private readonly RoomForm $form,
        private readonly IGroupManager $groups,
        private readonly ISecureRandom $random,
    ) {
    }

    /** @return array<string, mixed> `Rules` of the API */
    public function show(): array
    {
        return [
            'groups' => $this->groupRows(),
            'presets' => array_map($this->presetCard(...), array_values($this->presets->all())),
            'locks' => (object) $this->presets->locks(),
            'sections' => $this->sections(),
        ];
    }

    /**
     * Keeps what is said of groups; those that are not named have nothing of their own.
     *
     * @param array<array-key, mixed> $rows as `show` gives them
     * @throws Problem `rule_invalid`
     */
    public function keepGroups(array $rows): void
    {
        [$quotas, $rules] = [[], []];
        $known = $this->quotas->all() + $this->rules->all();
        foreach ($rows as $row) {
            $group = is_array($row) ? $row['group'] ?? null : null;
            if (!is_array($row) || !is_string($group) || isset($quotas[$group]) || (!isset($known[$group]) && !$this->isGroup($group))) {
                throw Problem::invalid('rule_invalid');
            }
            $quotas[$group] = self::number($row['rooms'] ?? Quotas::UNLIMITED, Quotas::UNLIMITED);
            $rules[$group] = new Restriction(
                self::choice($row['mayRecord'] ?? true),
                self::choice($row['mayInviteGuests'] ?? true),
                self::number($row['mostPeople'] ?? 0, 0),
            );
        }
        $this->quotas->keep($quotas);
        $this->rules->keep($rules);
    }

    /**
     * @param array<array-key, mixed> $locks
     * @throws Problem `settings_invalid`
     */
    public function keepLocks(array $locks): void
    {
        $this->presets->keepLocks(PresetCheck::of($locks));
    }

    /**
     * Makes a preset, or changes one.
     *
     * @param string|null $id null for a new one
     * @param array<array-key, mixed> $settings what its rooms begin with
     * @param array<array-key, mixed> $locks what they cannot change
     * @param array<array-key, mixed> $groups whose people may use it; empty for everybody
     * @throws Problem `no_such_preset`, `too_many_presets`, `preset_invalid` or `settings_invalid`
     */
    public function keepPreset(?string $id, string $name, array $settings, array $locks, array $groups): void
    {
        $all = $this->presets->all();
        if ($id !== null && !isset($all[$id])) {
            throw Problem::notFound('no_such_preset');
        }
        if ($id === null && count($all) >= self::MOST_PRESETS) {
            throw Problem::conflict('too_many_presets');
        }
        $name = trim($name);
        $groups = array_values(array_unique(array_filter($groups, is_string(...))));
        $isKnown = static fn (string $group): bool => in_array($group, $all[$id ?? '']->groups ?? [], true);
        $areThere = array_filter($groups, fn (string $group): bool => $isKnown($group) || $this->groups->groupExists($group)) === $groups;
        if (preg_match('/^[^\p{Cc}\p{Cs}]+$/uD', $name) !== 1 || mb_strlen($name) > self::LONGEST_NAME || !$areThere) {
            throw Problem::invalid('preset_invalid');
        }
        $id ??= $this->random->generate(12, ISecureRandom::CHAR_LOWER . ISecureRandom::CHAR_DIGITS);
        $all[$id] = new Preset($id, $name, PresetCheck::of($settings), PresetCheck::of($locks), $groups);
        $this->presets->keep(array_values($all));
    }

    /**
     * Takes a preset away. Rooms that have it keep their settings, which are no longer fixed.
     *
     * @throws Problem `no_such_preset`
     */
    public function removePreset(string $id): void
    {
        $all = $this->presets->all();
        if (!isset($all[$id])) {
            throw Problem::notFound('no_such_preset');
        }
        unset($all[$id]);
        $this->presets->keep(array_values($all));
    }

    /** @return non-empty-list<GroupRow> everybody else first */
    private function groupRows(): array
    {
        [$quotas, $rules] = [$this->quotas->all(), $this->rules->all()];
        $rows = [];
        foreach (array_keys([Quotas::EVERYBODY => true] + $quotas + $rules) as $key) {
            $group = (string) $key;
            $rule = $rules[$group] ?? new Restriction();
            $rows[] = [
                'group' => $group,
                'name' => $group === Quotas::EVERYBODY ? '' : $this->groups->getDisplayName($group) ?? $group,
                'rooms' => $quotas[$group] ?? Quotas::UNLIMITED,
                'mayRecord' => $rule->mayRecord,
                'mayInviteGuests' => $rule->mayInviteGuests,
                'mostPeople' => $rule->mostPeople,
            ];
        }

        return $rows;
    }

    /** @return array<string, mixed> */
    private function presetCard(Preset $preset): array
    {
        return [
            'id' => $preset->id,
            'name' => $preset->name,
            'settings' => (object) $preset->settings,
            'locks' => (object) $preset->locks,
            'groups' => array_map(fn (string $group): array => [
                'id' => $group,
                'name' => $this->groups->getDisplayName($group) ?? $group,
            ], $preset->groups),
        ];
    }

    /** @return list<array<string, mixed>> the form of what presets may say */
    private function sections(): array
    {
        $sections = [];
        foreach ($this->form->sections(PresetCheck::everything()) as $section) {
            $fields = array_values(array_filter(
                $section['fields'],
                static fn (array $field): bool => is_string($field['name']) && PresetCheck::isSettable($field['name']),
            ));
            if ($fields !== []) {
                $sections[] = ['fields' => $fields] + $section;
            }
        }

        return $sections;
    }

    private function isGroup(string $group): bool
    {
        return $group === Quotas::EVERYBODY || $this->groups->groupExists($group);
    }

    private static function number(mixed $value, int $least): int
    {
        return is_int($value) && $value >= $least && $value <= self::MOST ? $value : throw Problem::invalid('rule_invalid');
    }

    private static function choice(mixed $value): bool
    {
        return is_bool($value) ? $value : throw Problem::invalid('rule_invalid');
    }
}
