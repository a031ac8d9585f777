<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\IL10N;
use OCP\L10N\IFactory;

/** Texts in English, filled in as Nextcloud does. */
final class Words implements IL10N, IFactory
{
    public function t(string $text, $parameters = []): string
    {
        return vsprintf($text, is_array($parameters) ? array_values($parameters) : [$parameters]);
    }

    public function n(string $text_singular, string $text_plural, int $count, array $parameters = []): string
    {
        return $this->t(str_replace('%n', (string) $count, $count === 1 ? $text_singular : $text_plural), $parameters);
    }

    public function l(string $type, $data, array $options = [])
    {
        $moment = $data instanceof \DateTimeInterface ? $data : new \DateTimeImmutable("@{$data}");

        return $moment->format(match ($type) {
            'date' => 'Y-m-d',
            'time' => 'H:i',
            default => 'Y-m-d H:i',
        });
    }

    public function getLanguageCode(): string
    {
        return 'en';
    }

    public function getLocaleCode(): string
    {
        return 'en_GB';
    }

    public function get($app, $lang = null, $locale = null)
    {
        return $this;
    }

    public function findLanguage(?string $appId = null): string
    {
        return 'en';
    }

    public function getUserLanguage(?\OCP\IUser $user = null): string
    {
        return 'en';
    }
}
