<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Words;

use Bluebridge\WordPress\Tests\RoomTestCase;
use Bluebridge\WordPress\Words\SettingWords;
use PHPUnit\Framework\Attributes\DataProvider;

final class LanguagesTest extends RoomTestCase
{
    #[DataProvider('locales')]
    public function testALanguageServesAllItsCountries(string $locale, string $joinRoom): void
    {
        self::useLocale($locale);
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        self::assertStringContainsString("<span data-wp-text=\"context.label\">{$joinRoom}</span>", do_shortcode("[bluebridge_room id={$room->id}]"));
    }

    /** @return array<string, array{string, string}> */
    public static function locales(): array
    {
        return [
            'German' => ['de_DE', 'Raum betreten'],
            'formal German' => ['de_DE_formal', 'Raum betreten'],
            'German of Switzerland' => ['de_CH_informal', 'Raum betreten'],
            'Spanish of Mexico' => ['es_MX', 'Entrar en la sala'],
            'French of Canada' => ['fr_CA', 'Entrer dans la salle'],
            'Portuguese of Brazil' => ['pt_BR', 'Entrar na sala'],
            'British English' => ['en_GB', 'Join room'],
            'a language that is not there' => ['eo', 'Join room'],
        ];
    }

    public function testNumbersHaveTheirForms(): void
    {
        self::useLocale('fr_FR');
        $text = static fn (int $count): string => sprintf(_n('Open · %d person', 'Open · %d people', $count, 'bluebridge'), $count);
        self::assertNotSame($text(2), str_replace('1', '2', $text(1)));
        self::assertSame(str_replace('1', '0', $text(1)), $text(0), 'French counts nobody as one');
    }

    public function testTheBlocksAreNamedInTheLanguageOfTheEditor(): void
    {
        self::useLocale('de_DE');
        self::assertSame('Raum', translate_with_gettext_context('Room', 'block title', 'bluebridge'));
    }

    public function testWordsOfTheCoreAreTranslated(): void
    {
        self::useLocale('de_DE');
        self::assertSame('Ton und Kameras', SettingWords::ofTable('Sound and cameras'));
        self::assertSame('Not a word of the core', SettingWords::ofTable('Not a word of the core'));
    }

    public function testScriptsOfTheEditorBringTheirTexts(): void
    {
        self::useLocale('de_DE');
        $json = load_script_textdomain('bluebridge-room-editor-script', 'bluebridge');
        self::assertIsString($json);
        self::assertStringContainsString('Raum betreten', (string) wp_json_encode(json_decode($json, true), JSON_UNESCAPED_UNICODE));
        self::assertFalse(load_script_textdomain('wp-i18n', 'default'));
    }

    public function testTheLanguageChangesWithTheReader(): void
    {
        self::useLocale('de_DE');
        self::assertSame('Raum betreten', __('Join room', 'bluebridge'));
        self::useLocale('en_US');
        self::assertSame('Join room', __('Join room', 'bluebridge'));
        self::useLocale('fr_FR');
        self::assertSame('Entrer dans la salle', __('Join room', 'bluebridge'));
    }

    protected function tearDown(): void
    {
        parent::tearDown();
        self::useLocale('en_US');
    }

    /** As a request of somebody with this language; WordPress itself has no files of it here. */
    private static function useLocale(string $locale): void
    {
        remove_all_filters('determine_locale');
        add_filter('determine_locale', static fn (): string => $locale);
        \WP_Translation_Controller::get_instance()->set_locale($locale);
        unload_textdomain('bluebridge', true);
    }
}
