<?php

declare(strict_types=1);

namespace OCP;

/** Scripts and styles of a page; nobody draws pages here. */
class Util
{
    /** @var list<string> what was added to the page */
    public static array $added = [];

    public static function getDefaultEmailAddress(string $user_part): string
    {
        return "{$user_part}@cloud.example.org";
    }

    /** @return string */
    public static function callRegister()
    {
        return 'a token of this request';
    }

    public static function addScript(string $application, ?string $file = null, string $afterAppId = 'core', bool $prepend = false): void
    {
        self::$added[] = "addScript {$application} {$file}";
    }

    public static function addInitScript(string $application, string $file): void
    {
        self::$added[] = "addInitScript {$application} {$file}";
    }

    public static function addStyle(string $application, ?string $file = null, bool $prepend = false): void
    {
        self::$added[] = "addStyle {$application} {$file}";
    }

    public static function addTranslations($application, $languageCode = null, $init = false)
    {
    }
}
