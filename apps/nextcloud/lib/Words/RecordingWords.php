<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Words;

use OCP\IL10N;

/** What people read about recordings. */
final class RecordingWords
{
    public function __construct(private readonly IL10N $l10n)
    {
    }

    /** Names a recording that has no name of its own. */
    public function untitled(): string
    {
        return $this->l10n->t('Recording');
    }

    /** Servers have formats of their own; their name is all that is known of them. */
    public function format(string $type): string
    {
        return match ($type) {
            'presentation' => $this->l10n->t('Slides and sound'),
            'video' => $this->l10n->t('Video'),
            'screenshare' => $this->l10n->t('Shared screen'),
            'podcast' => $this->l10n->t('Sound only'),
            'notes' => $this->l10n->t('Shared notes'),
            'mp4' => $this->l10n->t('Video file'),
            'statistics' => $this->l10n->t('Statistics'),
            default => $type,
        };
    }
}
