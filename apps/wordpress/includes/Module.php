<?php

declare(strict_types=1);

namespace Bluebridge\WordPress;

/** One feature of the plugin, as WordPress gets to know it. */
interface Module
{
    /** Adds the hooks of the feature. Nothing else happens before WordPress calls them. */
    public function register(): void;
}
