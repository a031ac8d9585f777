<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Hooks;

use Closure;

/** Does work after the browser has its answer, so that nobody waits for it. */
class AfterAnswer
{
    /** @param Closure(): void $work */
    public function do(Closure $work): void
    {
        register_shutdown_function(static function () use ($work): void {
            if (function_exists('fastcgi_finish_request')) {
                fastcgi_finish_request();
            }
            $work();
        });
    }
}
