<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rest;

use Bluebridge\WordPress\Module;
use Closure;

/** The REST API of the plugin. */
final class RestModule implements Module
{
    /** @param Closure(): list<StrictController> $controllers made only where somebody asks for the API */
    public function __construct(private readonly Closure $controllers)
    {
    }

    public function register(): void
    {
        add_action('rest_api_init', function (): void {
            foreach (($this->controllers)() as $controller) {
                $controller->register_routes();
            }
        });
    }
}
