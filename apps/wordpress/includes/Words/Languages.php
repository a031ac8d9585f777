<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Words;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Module;

/**
 * The texts of the plugin in other languages. It brings one file for each language, which serves all
 * its countries: `de_DE`, `de_AT` and `de_CH_informal` are German. What the site has installed for a
 * locale itself comes first.
 */
final class Languages implements Module
{
    private const DOMAIN = 'bluebridge';

    public function __construct(private readonly BuiltFiles $builtFiles)
    {
    }

    public function register(): void
    {
        add_filter('lang_dir_for_domain', $this->folderOf(...), 10, 3);
        add_filter('load_translation_file', $this->fileOf(...), 10, 3);
        add_filter('load_script_translation_file', $this->fileOfScript(...), 10, 3);
    }

    /** Tells WordPress where to look, which it does when the first text is asked for. */
    private function folderOf(string|false $folder, string $domain, string $locale): string|false
    {
        return $folder === false && $domain === self::DOMAIN && is_file($this->file($locale)) ? $this->folder() : $folder;
    }

    private function fileOf(string $file, string $domain, string $locale): string
    {
        return $domain === self::DOMAIN && !is_readable($file) ? $this->file($locale) : $file;
    }

    private function fileOfScript(string|false $file, string $handle, string $domain): string|false
    {
        if ($domain !== self::DOMAIN || ($file !== false && is_readable($file))) {
            return $file;
        }
        $script = wp_scripts()->registered[$handle] ?? null;
        $source = (string) ($script === null ? '' : $script->src);
        $built = $this->builtFiles->url('');
        if (!str_starts_with($source, $built)) {
            return $file;
        }
        $name = preg_replace('/\.js$/', '', substr($source, strlen($built)));

        return $this->folder() . self::language(determine_locale()) . "/{$name}.json";
    }

    private function file(string $locale): string
    {
        return $this->folder() . 'bluebridge-' . self::language($locale) . '.l10n.php';
    }

    private function folder(): string
    {
        return dirname($this->builtFiles->folder()) . '/languages/';
    }

    /** Gives the language of a locale, such as `pt` for `pt_BR`. */
    private static function language(string $locale): string
    {
        return preg_match('/^[a-z]{2,3}(?=_|$)/Di', $locale, $found) === 1 ? strtolower($found[0]) : 'en';
    }
}
