<?php

declare(strict_types=1);

/*
 * Starts the app's own tests with the app as it was unpacked from its archive. BLUEBRIDGE_UNPACKED is its
 * folder, which has the tests beside it; of the sources only what Composer has installed is used.
 */

$unpacked = (string) getenv('BLUEBRIDGE_UNPACKED');
$sources = (string) getcwd();

// The loader has been started by PHPUnit. What the archive lacks must not come from the sources.
$loader = require "{$sources}/vendor/autoload.php";
$loader->setPsr4('OCA\\Bluebridge\\', "{$unpacked}/lib");
$loader->setPsr4('OCA\\Bluebridge\\Tests\\', "{$unpacked}/tests/phpunit");
$loader->setPsr4('OCA\\Bluebridge\\Tests\\Kit\\', "{$unpacked}/tests/kit");
$loader->setPsr4('OCP\\', "{$unpacked}/tests/ocp");
foreach (spl_autoload_functions() as $load) {
    if ($load instanceof Closure && (new ReflectionFunction($load))->getFileName() === "{$sources}/vendor-php/autoload.php") {
        spl_autoload_unregister($load);
    }
}
