<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Lifecycle;

/** What WordPress does in a request of its own, where the plugin is no longer loaded. */
final class Subprocess
{
    /** Uninstalls the plugin as the administrator does who presses "Delete"; gives what was printed. */
    public static function uninstall(): string
    {
        $command = [PHP_BINARY, '-d', 'display_errors=1', __DIR__ . '/uninstall.php'];
        exec(implode(' ', array_map('escapeshellarg', $command)) . ' 2>&1', $lines, $code);

        return implode("\n", $code === 0 ? $lines : [...$lines, "Exit code {$code}."]);
    }
}
