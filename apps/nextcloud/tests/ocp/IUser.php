<?php

declare(strict_types=1);

namespace OCP;

interface IUser
{
    /** @return string */
    public function getUID();

    /** @return string */
    public function getDisplayName();

    /** @return bool */
    public function isEnabled();

    /** @return string|null */
    public function getEMailAddress();
}
