<?php

declare(strict_types=1);

namespace OCP\Activity;

interface ISetting
{
    /** @return string */
    public function getIdentifier();

    /** @return string */
    public function getName();

    /** @return int */
    public function getPriority();

    /** @return bool */
    public function canChangeStream();

    /** @return bool */
    public function isDefaultEnabledStream();

    /** @return bool */
    public function canChangeMail();

    /** @return bool */
    public function isDefaultEnabledMail();
}
