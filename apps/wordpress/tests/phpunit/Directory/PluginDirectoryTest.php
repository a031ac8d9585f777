<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Directory;

use Bluebridge\WordPress\Tests\WordPressTestCase;

/**
 * What the reviewers of the plugin directory, and their program Plugin Check, ask for. Escaping, input,
 * nonces, SQL, translations and names are judged by PHP_CodeSniffer, with phpcs.xml.
 */
final class PluginDirectoryTest extends WordPressTestCase
{
    public function testTheHeaderSaysWhatTheDirectoryAsksFor(): void
    {
        $header = self::header();

        self::assertDoesNotMatchRegularExpression('/wordpress|plugin|^(bigbluebutton|bbb)/i', $header['Name']);
        self::assertMatchesRegularExpression('/^\d+\.\d+\.\d+$/', $header['Version']);
        self::assertSame('bluebridge', $header['TextDomain']);
        self::assertSame('GPL-2.0-or-later', get_file_data(self::mainFile(), ['License' => 'License'])['License']);
        self::assertSame('', $header['UpdateURI'], 'updates come from the directory');
        self::assertLessThanOrEqual(140, strlen($header['Description']));
    }

    public function testTheReadmeFitsTheHeader(): void
    {
        $readme = Readme::of(Shipped::text('readme.txt'));
        $header = self::header();

        self::assertSame($header['Name'], $readme->name);
        self::assertSame($header['Version'], $readme->fields['Stable tag'] ?? '');
        self::assertSame($header['RequiresWP'], $readme->fields['Requires at least'] ?? '');
        self::assertSame($header['RequiresPHP'], $readme->fields['Requires PHP'] ?? '');
        self::assertSame('GPL-2.0-or-later', $readme->fields['License'] ?? '');
        self::assertMatchesRegularExpression('/^\d+\.\d+$/', $readme->fields['Tested up to'] ?? '');
        self::assertTrue(version_compare($readme->fields['Tested up to'] ?? '', $header['RequiresWP'], '>='));
        self::assertLessThanOrEqual(5, count(explode(',', $readme->fields['Tags'] ?? '')));
    }

    public function testTheReadmeIsNotTooLong(): void
    {
        $readme = Readme::of(Shipped::text('readme.txt'));

        self::assertNotSame('', $readme->shortDescription);
        self::assertLessThanOrEqual(150, strlen($readme->shortDescription));
        self::assertLessThanOrEqual(2500, $readme->words('Description'));
        self::assertLessThanOrEqual(5000, $readme->words('Frequently Asked Questions') + $readme->words('Changelog'));
        foreach (['Description', 'Installation', 'External services', 'Changelog'] as $section) {
            self::assertNotSame('', $readme->sections[$section] ?? '', $section);
        }
    }

    public function testEveryFileIsOfAKindThatBelongsInAPlugin(): void
    {
        $files = Shipped::files();

        self::assertSame([], preg_grep('#\.(php|txt|js|css|json|svg|mo|po|pot|png)$#', $files, PREG_GREP_INVERT));
        self::assertSame([], preg_grep('#(^|/)\.|(^|/)(node_modules|tests?|vendor|src/blocks)/#', $files));
        self::assertSame([], preg_grep('#[^\w./-]#', $files), 'names are plain');
    }

    public function testAFileThatDoesSomethingDoesNothingOutsideOfWordPress(): void
    {
        $guard = "/\n(?:defined\\('(?:ABSPATH|WP_UNINSTALL_PLUGIN)'\\) \\|\\| exit;)/";
        $unguarded = [];
        foreach (Shipped::files('.php') as $file) {
            $text = Shipped::text($file);
            $onlyDeclares = preg_match('/^(?:final |abstract |readonly )*(?:class|interface|trait|enum) /m', $text) === 1;
            $onlyReturns = preg_match('/^<\?php\s+(?:\/\/[^\n]*\n\s*)*return /', $text) === 1;
            if (!$onlyDeclares && !$onlyReturns && preg_match($guard, $text) !== 1) {
                $unguarded[] = $file;
            }
        }

        // This one only adds an autoloader.
        self::assertSame([], array_values(array_diff($unguarded, ['vendor-php/autoload.php'])));
    }

    public function testNothingIsLoadedFromElsewhere(): void
    {
        $foreign = [];
        foreach ([...Shipped::files('.js'), ...Shipped::files('.css')] as $file) {
            if (preg_match('#(?:https?:)?//(?!www\.w3\.org/)[\w-]+\.[a-z]{2,}#', Shipped::text($file), $found) === 1) {
                $foreign[] = "{$file}: {$found[0]}";
            }
        }

        self::assertSame([], $foreign);
    }

    public function testNoRunTimeOfReactIsBroughtAlong(): void
    {
        foreach (Shipped::files('.js') as $file) {
            self::assertStringNotContainsString('react.production', Shipped::text($file), $file);
            self::assertLessThan(300_000, strlen(Shipped::text($file)), $file);
        }
    }

    public function testFewBytesAreReadWithEveryPage(): void
    {
        $sizes = [];
        foreach (wp_load_alloptions() as $name => $value) {
            if (str_starts_with((string) $name, 'bluebridge')) {
                $sizes[(string) $name] = is_string($value) ? strlen($value) : 0;
            }
        }

        self::assertLessThanOrEqual(1000, array_sum($sizes), (string) wp_json_encode($sizes));
    }

    /** @return array{Name: string, Version: string, TextDomain: string, UpdateURI: string, Description: string, RequiresWP: string, RequiresPHP: string} */
    private static function header(): array
    {
        return get_plugin_data(self::mainFile(), false, false);
    }

    private static function mainFile(): string
    {
        return Shipped::folder() . '/bluebridge.php';
    }
}
