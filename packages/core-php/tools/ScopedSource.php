<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tools;

use PhpToken;

/** A PHP file of the core with its namespace put below another one. */
final class ScopedSource
{
    /** The namespace wherever it may begin: not behind another name. Backslashes of texts may be doubled. */
    private const NAMESPACE = '/(?<![\w\\\\])(\\\\{0,2})Bluebridge(\\\\{1,2})Core(?!\w)/';

    private const KINDS = [
        T_NAME_QUALIFIED,
        T_NAME_FULLY_QUALIFIED,
        T_CONSTANT_ENCAPSED_STRING,
        T_ENCAPSED_AND_WHITESPACE,
        T_COMMENT,
        T_DOC_COMMENT,
    ];

    /** Rewrites names in code, in texts and in comments: `Bluebridge\Core` becomes `Prefix\Bluebridge\Core`. */
    public static function of(string $source, string $prefix): string
    {
        $written = array_map(
            static fn (PhpToken $token): string => $token->is(self::KINDS) ? self::scoped($token->text, $prefix) : $token->text,
            PhpToken::tokenize($source, TOKEN_PARSE),
        );

        return implode('', $written);
    }

    private static function scoped(string $text, string $prefix): string
    {
        return (string) preg_replace_callback(
            self::NAMESPACE,
            static fn (array $name): string => $name[1]
                . str_replace('\\', $name[2], "{$prefix}\\Bluebridge\\Core"),
            $text,
        );
    }
}
