<?php

declare(strict_types=1);

namespace OCP\Collaboration\Reference;

use OCP\EventDispatcher\Event;

class RenderReferenceEvent extends Event
{
}
