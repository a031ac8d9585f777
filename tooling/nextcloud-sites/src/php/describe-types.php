<?php

declare(strict_types=1);

/*
 * Describes classes and interfaces as JSON, so that two definitions of the same names can be compared:
 *
 *     php describe-types.php <autoload file>... < <names, one a line>
 */

foreach (array_slice($argv ?? [], 1) as $autoload) {
    require $autoload;
}

/** @return array<string, mixed> */
function describedParameter(ReflectionParameter $parameter): array
{
    return [
        'name' => $parameter->getName(),
        'type' => describedType($parameter->getType()),
        'isOptional' => $parameter->isOptional(),
        'isVariadic' => $parameter->isVariadic(),
    ];
}

/** The type as it is declared, with `static` and `self` alike. */
function describedType(?ReflectionType $type): string
{
    return (string) preg_replace('/\bstatic\b/', 'self', (string) $type);
}

$described = [];
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES) ?: [] as $name) {
    if (!class_exists($name) && !interface_exists($name) && !trait_exists($name)) {
        continue;
    }
    $class = new ReflectionClass($name);
    $methods = [];
    foreach ($class->getMethods(ReflectionMethod::IS_PUBLIC | ReflectionMethod::IS_PROTECTED) as $method) {
        // PHP does not tell capital letters of methods.
        $methods[strtolower($method->getName())] = [
            'parameters' => array_map(describedParameter(...), $method->getParameters()),
            'returns' => describedType($method->getReturnType()),
            'isStatic' => $method->isStatic(),
        ];
    }
    $described[$name] = [
        'kind' => $class->isInterface() ? 'interface' : ($class->isTrait() ? 'trait' : ($class->isEnum() ? 'enum' : 'class')),
        'methods' => (object) $methods,
        'constants' => (object) array_filter($class->getConstants(), is_scalar(...)),
        'ancestors' => array_values(array_merge(class_parents($name) ?: [], class_implements($name) ?: [])),
    ];
}
echo json_encode($described, JSON_THROW_ON_ERROR);
