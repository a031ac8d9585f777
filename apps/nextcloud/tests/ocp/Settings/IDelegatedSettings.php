<?php

declare(strict_types=1);

namespace OCP\Settings;

interface IDelegatedSettings extends ISettings
{
    public function getName(): ?string;

    /** @return array<string, list<string>> */
    public function getAuthorizedAppConfig(): array;
}
