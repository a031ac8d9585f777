<?php

declare(strict_types=1);

namespace OCP\Activity;

interface IProvider
{
    /**
     * @param string $language
     * @return IEvent
     */
    public function parse($language, IEvent $event, ?IEvent $previousEvent = null);
}
