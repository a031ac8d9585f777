<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Rooms\RoomSettings;
use Bluebridge\Core\Rooms\SettingChecks;
use Bluebridge\Core\Rooms\SettingLocks;
use Bluebridge\Core\Rooms\SettingsForm;
use Bluebridge\Core\Rooms\SettingTable;
use Bluebridge\Core\Tests\Rooms\Given;
use UnexpectedValueException;

/** @phpstan-import-type Section from SettingsForm */
final class RoomSettingsTest extends RoomVectorTestCase
{
    public static function kind(): string
    {
        return 'room-settings';
    }

    public function testVectorsShowEveryRuleAndEveryWarningAtWork(): void
    {
        $shown = [];
        foreach (VectorFiles::ofKind(self::kind()) as [$vector]) {
            foreach ([...$vector->expect->objects('violations'), ...$vector->expect->objects('warnings')] as $remark) {
                $shown[] = $remark->text('rule');
            }
        }
        self::assertEqualsCanonicalizing([...SettingChecks::RULES, ...SettingChecks::WARNINGS], array_unique($shown));
    }

    protected function verify(Vector $vector): void
    {
        $given = $vector->given;
        self::assertSame($given->text('op'), $vector->expect->text('outcome'));
        $capabilities = Given::capabilities($given, 'capabilities');
        $locks = Given::settings($given, 'locks');
        $answer = match ($given->text('op')) {
            'check' => RoomSettings::check($given->map('values') + IllFormedTexts::of($given), $capabilities, $locks),
            'check-locks' => RoomSettings::checkLocks($given->map('locks'), $capabilities),
            'apply-locks' => ['values' => SettingLocks::apply(Given::settings($given, 'values'), $locks)],
            'form' => self::formInWords(SettingsForm::sections($capabilities, $locks)),
            default => throw new UnexpectedValueException('Nobody knows this question.'),
        };
        foreach ($answer as $name => $value) {
            self::assertSameData($vector->expect->value($name), $value);
        }
    }

    /**
     * A form as a vector tells it: which parts there are, which settings are not shown, and what is
     * locked. The rest is the table's, so that a new setting changes no vector.
     *
     * @param list<Section> $sections
     * @return array{groups: list<string>, leftOut: list<string>, lockedTo: array<string, string|int|bool>}
     */
    private static function formInWords(array $sections): array
    {
        $shown = [];
        $lockedTo = [];
        foreach ($sections as ['group' => $group, 'label' => $label, 'fields' => $fields]) {
            self::assertSame(SettingTable::GROUPS[$group] ?? null, $label);
            foreach ($fields as $field) {
                $name = $field['name'];
                self::assertSame(SettingTable::ALL[$name] ?? null, $field['setting']);
                self::assertSame($group, $field['setting']['group']);
                $shown[] = $name;
                if (isset($field['lockedTo'])) {
                    $lockedTo[$name] = $field['lockedTo'];
                }
            }
        }
        $names = array_keys(SettingTable::ALL);
        self::assertSame(array_values(array_intersect($names, $shown)), $shown, 'The fields are in the order of the table.');

        return [
            'groups' => array_column($sections, 'group'),
            'leftOut' => array_values(array_diff($names, $shown)),
            'lockedTo' => $lockedTo,
        ];
    }
}
