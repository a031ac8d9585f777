<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

/** Texts that JSON cannot carry to every language. */
final class IllFormedTexts
{
    /** @return array<string, string> the texts under `illFormed`, each ending in the first of two bytes of a character */
    public static function of(Fields $given): array
    {
        return array_map(
            static fn (string $text): string => "{$text}\xC3",
            array_filter($given->map('illFormed'), is_string(...)),
        );
    }
}
