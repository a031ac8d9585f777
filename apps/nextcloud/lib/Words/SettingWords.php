<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Words;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\SettingTable;
use OCP\IL10N;

/**
 * What people read about the settings of a room.
 *
 * @phpstan-type Remark array{path: string, rule: string, allowed?: string, text?: string}
 */
final class SettingWords
{
    public function __construct(private readonly IL10N $l10n)
    {
    }

    /** Translates a text of the table of settings, which is written in English there. */
    public function ofTable(string $text): string
    {
        return $this->l10n->t($text);
    }

    /**
     * Says what is wrong with a setting, and what would be right.
     *
     * @param Remark $remark
     */
    public function ofViolation(array $remark): string
    {
        $control = SettingTable::ALL[$remark['path']]['control'] ?? '';
        $limit = (int) ($remark['allowed'] ?? 0);

        return match ($remark['rule']) {
            'unknown' => $this->l10n->t('Rooms do not have this setting.'),
            'type' => $control === 'number'
                ? $this->l10n->t('Please enter a whole number.')
                : $this->l10n->t('This value does not fit here.'),
            'min', 'max' => $this->ofLimit($remark['rule'], $control === 'number', $limit),
            'pattern' => match ($control) {
                'url' => $this->l10n->t('Please enter a whole address that begins with https://.'),
                'colour' => $this->l10n->t('Please enter a colour such as #1F5FBF.'),
                default => $this->l10n->t('Please leave out characters that cannot be seen.'),
            },
            'choice' => $this->l10n->t('Please choose from the list.'),
            'well_formed' => $this->l10n->t('One of the characters is broken. Please type the text again.'),
            'needs_capability' => $this->l10n->t('Your meeting server cannot do this.'),
            'order' => $this->l10n->t('The room must close after it opens.'),
            default => $this->l10n->t('Set by your administrator'),
        };
    }

    /**
     * Adds words to a violation.
     *
     * @param Remark $remark
     * @return array{path: string, rule: string, text: string, allowed?: string}
     */
    public function withViolation(array $remark): array
    {
        return $remark + ['text' => $this->ofViolation($remark)];
    }

    /**
     * Says what is odd about a setting that is saved all the same.
     *
     * @param Remark $remark
     */
    public function ofWarning(array $remark): string
    {
        $allowed = $remark['allowed'] ?? '';

        return match ($remark['rule']) {
            'never_recorded' => $this->l10n->t('Nothing will ever be recorded: let recording start at once, or let moderators start it.'),
            'no_seats_left' => $this->l10n->t('All seats are kept for moderators: nobody else can come in.'),
            // TRANSLATORS %s is the name of a setting
            default => $this->l10n->t('This has no effect without “%s”.', [
                $this->ofTable(SettingTable::ALL[$allowed]['label'] ?? $allowed),
            ]),
        };
    }

    private function ofLimit(string $rule, bool $isNumber, int $limit): string
    {
        if ($isNumber) {
            return $rule === 'min'
                ? $this->l10n->t('Please enter at least %s.', [$limit])
                : $this->l10n->t('Please enter at most %s.', [$limit]);
        }

        return $rule === 'min'
            ? $this->l10n->n('Please enter at least %n character.', 'Please enter at least %n characters.', $limit)
            : $this->l10n->n('Please enter at most %n character.', 'Please enter at most %n characters.', $limit);
    }
}
