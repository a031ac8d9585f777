<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

/** The body that a vector describes: text, Base64 of bytes, or parts to be put together. */
final class HostileBody
{
    public static function of(Fields $given): string
    {
        if ($given->has('bodyBase64')) {
            return (string) base64_decode($given->text('bodyBase64'), true);
        }
        if (!$given->has('parts')) {
            return $given->optionalText('body') ?? '';
        }

        return implode('', array_map(
            static fn (mixed $part): string => match (true) {
                is_string($part) => $part,
                is_array($part) => self::part(new Fields($part)),
                default => '',
            },
            $given->list('parts'),
        ));
    }

    /** A text many times; `{n}` in it becomes the number of the time, from 0. */
    private static function part(Fields $part): string
    {
        if ($part->has('base64')) {
            return (string) base64_decode($part->text('base64'), true);
        }
        $text = $part->text('repeat');
        if (!str_contains($text, '{n}')) {
            return str_repeat($text, $part->integer('times'));
        }
        $all = '';
        for ($n = 0; $n < $part->integer('times'); $n++) {
            $all .= str_replace('{n}', (string) $n, $text);
        }

        return $all;
    }
}
