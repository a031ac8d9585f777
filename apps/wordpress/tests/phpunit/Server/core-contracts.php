<?php

declare(strict_types=1);

/*
 * Lets the contracts of the core, which name the core as it is, judge the plugin, which has a copy of it
 * below a namespace of its own.
 */

// Each by its name: types that are only compared with load no class.
foreach ([
    'Client\\StreamingTransport',
    'Client\\Transport',
    'Errors\\BbbError',
    'Errors\\BbbException',
    'Request\\HttpRequest',
    'Response\\HttpResponse',
] as $name) {
    class_alias("Bluebridge\\WordPress\\Vendor\\Bluebridge\\Core\\{$name}", "Bluebridge\\Core\\{$name}");
}
foreach (['LocalServer', 'TransportTestCase'] as $name) {
    require_once dirname(__DIR__, 5) . "/packages/core-php/testing/{$name}.php";
}
