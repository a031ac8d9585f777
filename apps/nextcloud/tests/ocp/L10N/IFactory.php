<?php

declare(strict_types=1);

namespace OCP\L10N;

interface IFactory
{
    /** @return \OCP\IL10N */
    public function get($app, $lang = null, $locale = null);

    public function findLanguage(?string $appId = null): string;

    public function getUserLanguage(?\OCP\IUser $user = null): string;
}
