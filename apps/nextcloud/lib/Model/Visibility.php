<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Model;

/** Who sees a recording once it is published. */
enum Visibility: string
{
    /** Those who lead the room. */
    case Private = 'private';
    case Members = 'members';
    /** Whoever knows its address, too. */
    case Public = 'public';
}
