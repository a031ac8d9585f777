<?php

declare(strict_types=1);

namespace OCP\Settings;

use OCP\AppFramework\Http\TemplateResponse;

interface ISettings
{
    /** @return TemplateResponse */
    public function getForm();

    /** @return string */
    public function getSection();

    /** @return int */
    public function getPriority();
}
