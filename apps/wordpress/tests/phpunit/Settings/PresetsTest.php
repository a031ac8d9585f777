<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Settings;

use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Settings\Preset;
use Bluebridge\WordPress\Settings\PresetForm;
use Bluebridge\WordPress\Settings\Presets;
use Bluebridge\WordPress\Tests\RoomTestCase;

final class PresetsTest extends RoomTestCase
{
    public function testANewRoomBeginsWithWhatIsUsualOnTheSite(): void
    {
        $this->keep('every', ['guestsAllowed' => true, 'muteOnStart' => true], ['muteOnStart']);
        $this->actAs('author');
        $reply = (array) $this->rest('POST', '/bluebridge/v1/rooms', ['title' => 'Maths', 'settings' => ['guestsAllowed' => false]])->get_data();
        self::assertEquals(['guestsAllowed' => false, 'muteOnStart' => true], (array) ($reply['settings'] ?? null));
        self::assertSame(['muteOnStart'], $reply['locked'] ?? null);
    }

    public function testAPresetReplacesTheSettingsAndNotTheTimes(): void
    {
        $this->keep('lecture', ['muteOnStart' => true]);
        $id = $this->roomOf('author', ['welcome' => 'Hello', 'opensAt' => 1_000])->id;
        $this->actAs('author');
        $reply = (array) $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", ['preset' => 'lecture'])->get_data();
        self::assertEquals(['muteOnStart' => true, 'opensAt' => 1_000], (array) ($reply['settings'] ?? null));
        self::assertSame('lecture', $reply['preset'] ?? null);
    }

    public function testALockOfAPresetHoldsAsLongAsTheRoomHasIt(): void
    {
        $this->keep('lecture', ['muteOnStart' => true], ['muteOnStart']);
        $id = $this->roomOf('author')->id;
        $this->actAs('author');
        $path = "/bluebridge/v1/rooms/{$id}";
        $this->rest('PATCH', $path, ['preset' => 'lecture']);
        self::assertSame(400, $this->rest('PATCH', $path, ['settings' => ['muteOnStart' => false]])->get_status());
        self::assertTrue((new RoomStore())->find($id)?->forMeetings()->is('muteOnStart'));
        self::assertSame(200, $this->rest('PATCH', $path, ['preset' => '', 'settings' => ['muteOnStart' => false]])->get_status());
        self::assertFalse((new RoomStore())->find($id)->forMeetings()->is('muteOnStart'));
    }

    public function testNoPresetOfARoomUndoesALockOfEveryRoom(): void
    {
        $this->keep('every', ['muteOnStart' => true], ['muteOnStart']);
        $this->keep('loud', ['muteOnStart' => false], ['muteOnStart']);
        $id = $this->roomOf('author')->id;
        $this->actAs('author');
        $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", ['preset' => 'loud']);
        self::assertTrue((new RoomStore())->find($id)?->forMeetings()->is('muteOnStart'));
    }

    public function testAnUnknownPresetIsRefused(): void
    {
        $this->actAs('author');
        $reply = $this->rest('POST', '/bluebridge/v1/rooms', ['title' => 'Maths', 'preset' => 'nowhere']);
        self::assertSame([400, 'bluebridge_invalid_preset'], [$reply->get_status(), $reply->as_error()?->get_error_code()]);
        self::assertSame(400, $this->rest('POST', '/bluebridge/v1/rooms', ['title' => 'Maths', 'preset' => 'every'])->get_status());
    }

    public function testWhatIsLockedIsShownAndWhatTheServerLacksIsNot(): void
    {
        $this->keep('every', ['record' => false], ['record']);
        $id = $this->roomOf('author')->id;
        $this->actAs('author');
        $form = $this->rest('GET', "/bluebridge/v1/rooms/{$id}/form")->get_data();
        /** @var array{sections: list<array{fields: list<array<string, mixed>>}>} $form */
        $fields = array_merge(...array_column($form['sections'], 'fields'));
        $locked = array_column($fields, 'lockedTo', 'name');
        self::assertSame(['record' => false], $locked);
        $names = array_column($fields, 'name');
        foreach (['autoStartRecording', 'showHostTexts', 'name', 'hasViewerCode'] as $absent) {
            self::assertNotContains($absent, $names);
        }
        self::assertTrue(rest_validate_value_from_schema($form, \Bluebridge\WordPress\Settings\RoomForm::schema(), 'form'));
        self::assertSame([], $this->traffic->calls());
    }

    public function testTheFormOfAPresetSaysWhatIsWrong(): void
    {
        $typed = ['name' => 'Lecture', 'value_muteOnStart' => 'yes', 'lock_muteOnStart' => '1', 'value_durationMinutes' => 'long', 'lock_welcome' => '1'];
        $form = PresetForm::read('new', false, static fn (string $name): string => $typed[$name] ?? '');
        self::assertSame(['durationMinutes'], array_keys($form->problems));
        self::assertSame(['muteOnStart'], $form->preset->locked);
        self::assertSame(['name'], array_keys(PresetForm::read('new', false, static fn (): string => '')->problems));
    }

    /**
     * @param array<string, string|int|bool> $values
     * @param list<string> $locked
     */
    private function keep(string $id, array $values, array $locked = []): void
    {
        (new Presets())->keep(new Preset($id, $id, $values, $locked));
    }
}
