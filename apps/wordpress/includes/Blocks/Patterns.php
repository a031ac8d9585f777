<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Blocks;

/** Pages to begin with. Their rooms are chosen or made where the pattern was put. */
final class Patterns
{
    public static function lesson(): string
    {
        return self::heading(__('Lesson', 'bluebridge'))
            . self::paragraph(__('What we talk about this time, and what to read before.', 'bluebridge'))
            . "<!-- wp:bluebridge/room /-->\n\n"
            . self::heading(__('To prepare', 'bluebridge'), 3)
            . "<!-- wp:list -->\n<ul class=\"wp-block-list\"><!-- wp:list-item -->\n<li></li>\n<!-- /wp:list-item --></ul>\n"
            . "<!-- /wp:list -->\n\n"
            . self::heading(__('Recordings', 'bluebridge'), 3)
            . '<!-- wp:bluebridge/recordings /-->';
    }

    public static function officeHours(): string
    {
        $when = __(
            'Mondays from 2 to 4 pm. Come in without an appointment; if somebody is there already, please wait a moment.',
            'bluebridge',
        );

        return self::heading(__('Office hours', 'bluebridge'))
            . "<!-- wp:columns -->\n<div class=\"wp-block-columns\"><!-- wp:column {\"width\":\"66.66%\"} -->\n"
            . "<div class=\"wp-block-column\" style=\"flex-basis:66.66%\">"
            . self::paragraph($when)
            . "</div>\n<!-- /wp:column -->\n\n<!-- wp:column {\"width\":\"33.33%\"} -->\n"
            . "<div class=\"wp-block-column\" style=\"flex-basis:33.33%\"><!-- wp:bluebridge/join /--></div>\n"
            . "<!-- /wp:column --></div>\n<!-- /wp:columns -->";
    }

    private static function heading(string $text, int $level = 2): string
    {
        $attributes = $level === 2 ? '' : " {\"level\":{$level}}";
        $html = "<h{$level} class=\"wp-block-heading\">" . esc_html($text) . "</h{$level}>";

        return "<!-- wp:heading{$attributes} -->\n{$html}\n<!-- /wp:heading -->\n\n";
    }

    private static function paragraph(string $text): string
    {
        return "<!-- wp:paragraph -->\n<p>" . esc_html($text) . "</p>\n<!-- /wp:paragraph -->\n\n";
    }
}
