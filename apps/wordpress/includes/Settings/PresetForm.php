<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Settings;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SettingTable;
use Bluebridge\WordPress\Words\SettingWords;
use Closure;

/**
 * The form of a preset: every setting that a preset may say, as it is typed; an empty field says nothing.
 *
 * @phpstan-import-type Setting from SettingTable
 * @phpstan-type Field array{
 *     name: string, label: string, help: string, control: string, options: array<string, string>,
 *     text: string, isLocked: bool, problem: string
 * }
 */
final class PresetForm
{
    private const LONGEST_NAME = 100;

    /** @param array<string, string> $problems words by the name of a setting, or `name` */
    private function __construct(
        public readonly Preset $preset,
        public readonly array $problems,
    ) {
    }

    /**
     * Reads what was typed.
     *
     * @param Closure(string): string $typed gives a field of the form
     */
    public static function read(string $id, bool $isOfNetwork, Closure $typed): self
    {
        $values = [];
        $locked = [];
        foreach (PresetCheck::settable() as $name => $setting) {
            $text = str_replace("\r\n", "\n", trim($typed("value_{$name}")));
            if ($text !== '') {
                $values[$name] = self::valueOf($setting, $text);
                $locked = $typed("lock_{$name}") === '1' ? [...$locked, $name] : $locked;
            }
        }
        $check = PresetCheck::of($values);
        $problems = [];
        foreach ($check['violations'] as $violation) {
            $problems[$violation['path']] = SettingWords::ofViolation($violation);
        }
        $name = sanitize_text_field($typed('name'));
        $isNamed = $id === Preset::EVERY_ROOM || ($name !== '' && mb_strlen($name) <= self::LONGEST_NAME);
        if (!$isNamed) {
            /* translators: %d: number of characters */
            $problems['name'] = sprintf(__('Please enter a name of at most %d characters.', 'bluebridge'), self::LONGEST_NAME);
        }

        return new self(new Preset($id, $name, array_filter($values, is_scalar(...)), $locked, $isOfNetwork), $problems);
    }

    /**
     * Gives what is drawn, in groups.
     *
     * @param array<string, string> $problems
     * @return list<array{label: string, fields: non-empty-list<Field>}>
     */
    public static function groups(Preset $preset, array $problems = []): array
    {
        $groups = [];
        foreach (SettingTable::GROUPS as $group => $label) {
            $fields = [];
            foreach (PresetCheck::settable() as $name => $setting) {
                if ($setting['group'] === $group) {
                    $fields[] = self::field($name, $setting, $preset, $problems[$name] ?? '');
                }
            }
            if ($fields !== []) {
                $groups[] = ['label' => SettingWords::ofTable($label), 'fields' => $fields];
            }
        }

        return $groups;
    }

    /**
     * @param Setting $setting
     * @return Field
     */
    private static function field(string $name, array $setting, Preset $preset, string $problem): array
    {
        $value = $preset->values[$name] ?? '';
        $switch = ['' => __('Not set', 'bluebridge'), 'yes' => __('On', 'bluebridge'), 'no' => __('Off', 'bluebridge')];
        $options = ['' => __('Not set', 'bluebridge')];
        foreach ($setting['values'] ?? [] as $each) {
            $options[$each['value']] = SettingWords::ofTable($each['label']);
        }

        return [
            'name' => $name,
            'label' => SettingWords::ofTable($setting['label']),
            'help' => SettingWords::ofTable($setting['help']),
            'control' => $setting['control'],
            'options' => match ($setting['control']) {
                'switch' => $switch,
                'choice' => $options,
                default => [],
            },
            'text' => is_bool($value) ? ($value ? 'yes' : 'no') : (string) $value,
            'isLocked' => in_array($name, $preset->locked, true),
            'problem' => $problem,
        ];
    }

    /** @param Setting $setting */
    private static function valueOf(array $setting, string $text): string|int|bool
    {
        return match ($setting['control']) {
            'switch' => match ($text) {
                'yes' => true,
                'no' => false,
                default => $text,
            },
            'number' => preg_match('/^-?\d{1,15}$/D', $text) === 1 ? (int) $text : $text,
            default => $text,
        };
    }
}
