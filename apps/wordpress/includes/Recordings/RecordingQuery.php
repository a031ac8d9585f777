<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

/** Which recordings somebody looks for. */
final class RecordingQuery
{
    public const SORTINGS = ['newest', 'oldest', 'name'];

    public const LONGEST_TEXT = 100;

    public readonly string $sorting;

    /**
     * @param string $text a piece of the name, in any case, with or without accents
     * @param string $sorting one of the sortings; others mean the newest first
     * @param positive-int $page
     * @param positive-int $perPage
     */
    public function __construct(
        public readonly string $text = '',
        string $sorting = 'newest',
        public readonly int $page = 1,
        public readonly int $perPage = 20,
    ) {
        $this->sorting = in_array($sorting, self::SORTINGS, true) ? $sorting : 'newest';
    }

    /** Gives the offset of the first recording. */
    public function offset(): int
    {
        return ($this->page - 1) * $this->perPage;
    }
}
