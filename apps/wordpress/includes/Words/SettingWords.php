<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Words;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SettingTable;

/**
 * What people read about the settings of a room.
 *
 * @phpstan-type Remark array{path: string, rule: string, allowed?: string}
 */
final class SettingWords
{
    /** Translates a text of the table of settings, which is written in English there. */
    public static function ofTable(string $text): string
    {
        // phpcs:ignore WordPress.WP.I18n -- the texts are those of the table; all are in the translations
        return translate($text, 'bluebridge');
    }

    /**
     * Says what is wrong with a setting, and what would be right.
     *
     * @param Remark $remark
     */
    public static function ofViolation(array $remark): string
    {
        $control = SettingTable::ALL[$remark['path']]['control'] ?? '';
        $limit = (int) ($remark['allowed'] ?? 0);

        return match ($remark['rule']) {
            'unknown' => __('Rooms do not have this setting.', 'bluebridge'),
            'type' => $control === 'number'
                ? __('Please enter a whole number.', 'bluebridge')
                : __('This value does not fit here.', 'bluebridge'),
            'min', 'max' => self::ofLimit($remark['rule'], $control === 'number', $limit),
            'pattern' => match ($control) {
                'url' => __('Please enter a whole address that begins with https://.', 'bluebridge'),
                'colour' => __('Please enter a colour such as #1F5FBF.', 'bluebridge'),
                default => __('Please leave out characters that cannot be seen.', 'bluebridge'),
            },
            'choice' => __('Please choose from the list.', 'bluebridge'),
            'well_formed' => __('One of the characters is broken. Please type the text again.', 'bluebridge'),
            'needs_capability' => __('Your meeting server cannot do this.', 'bluebridge'),
            'order' => __('The room must close after it opens.', 'bluebridge'),
            default => __('Set by your administrator', 'bluebridge'),
        };
    }

    /**
     * Adds words to a violation.
     *
     * @param Remark $remark
     * @return array{path: string, rule: string, text: string, allowed?: string}
     */
    public static function withViolation(array $remark): array
    {
        return $remark + ['text' => self::ofViolation($remark)];
    }

    /**
     * Says what is odd about a setting that is saved all the same.
     *
     * @param Remark $remark
     */
    public static function ofWarning(array $remark): string
    {
        $allowed = $remark['allowed'] ?? '';

        return match ($remark['rule']) {
            'never_recorded' => __(
                'Nothing will ever be recorded: let recording start at once, or let moderators start it.',
                'bluebridge',
            ),
            'no_seats_left' => __('All seats are kept for moderators: nobody else can come in.', 'bluebridge'),
            default => sprintf(
                /* translators: %s: name of a setting */
                __('This has no effect without “%s”.', 'bluebridge'),
                self::ofTable(SettingTable::ALL[$allowed]['label'] ?? $allowed),
            ),
        };
    }

    private static function ofLimit(string $rule, bool $isNumber, int $limit): string
    {
        $shown = number_format_i18n($limit);
        if ($isNumber) {
            return $rule === 'min'
                /* translators: %s: a number */
                ? sprintf(__('Please enter at least %s.', 'bluebridge'), $shown)
                /* translators: %s: a number */
                : sprintf(__('Please enter at most %s.', 'bluebridge'), $shown);
        }

        return $rule === 'min'
            /* translators: %s: number of characters */
            ? sprintf(_n('Please enter at least %s character.', 'Please enter at least %s characters.', $limit, 'bluebridge'), $shown)
            /* translators: %s: number of characters */
            : sprintf(_n('Please enter at most %s character.', 'Please enter at most %s characters.', $limit, 'bluebridge'), $shown);
    }
}
