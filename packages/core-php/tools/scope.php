<?php

declare(strict_types=1);

/*
 * Puts a copy of the core below a namespace of a plugin's own:
 *
 *     php packages/core-php/tools/scope.php <target folder> <namespace prefix>
 */

use Bluebridge\Core\Tools\ScopedCopy;

require __DIR__ . '/ScopedCopy.php';
require __DIR__ . '/ScopedSource.php';

$arguments = array_slice($argv ?? [], 1);
if (count($arguments) !== 2) {
    fwrite(STDERR, "Usage: php tools/scope.php <target folder> <namespace prefix>\n");
    exit(64);
}
[$target, $prefix] = $arguments;
try {
    $root = dirname(__DIR__);
    $count = ScopedCopy::write(["{$root}/src", "{$root}/src-generated"], rtrim($target, '/'), $prefix);
    echo "{$target}: {$count} files of {$prefix}\\Bluebridge\\Core\n";
} catch (RuntimeException $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
