<?php

declare(strict_types=1);

namespace OCP\Activity;

abstract class ActivitySettings implements ISetting
{
    /** @return string */
    abstract public function getGroupIdentifier();

    /** @return string */
    abstract public function getGroupName();

    public function canChangeMail()
    {
        return true;
    }

    /** @return bool */
    public function canChangeNotification()
    {
        return true;
    }

    public function isDefaultEnabledMail()
    {
        return false;
    }

    /** @return bool */
    public function isDefaultEnabledNotification()
    {
        return $this->isDefaultEnabledMail() && !$this->canChangeMail();
    }

    public function canChangeStream()
    {
        return false;
    }

    public function isDefaultEnabledStream()
    {
        return true;
    }
}
