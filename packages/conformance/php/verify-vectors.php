<?php

declare(strict_types=1);

/*
 * Recomputes every signing vector with PHP's own encoder and hashes, so that the expected values
 * are vouched for by a second language. Prints `N passed, N failed` and exits 1 on a failure.
 */

const ALGORITHMS = ['sha1', 'sha256', 'sha384', 'sha512'];

/** Encodes one value as the form encoding of the WHATWG URL standard: urlencode, but with a raw asterisk. */
function encodeValue(string $value): string
{
    return str_replace('%2A', '*', urlencode($value));
}

/** @return list<string> What differs, in words; empty when the vector holds. */
function differences(array $vector): array
{
    ['call' => $call, 'params' => $params, 'secret' => $secret] = $vector['given'];
    $pairs = array_map(static fn (array $pair): string => $pair[0] . '=' . encodeValue($pair[1]), $params);
    $query = implode('&', $pairs);
    $found = $query === $vector['expect']['query'] ? [] : ["query is {$query}"];
    foreach (ALGORITHMS as $algorithm) {
        if (hash($algorithm, $call . $query . $secret) !== $vector['expect']['checksums'][$algorithm]) {
            $found[] = "{$algorithm} differs";
        }
    }
    return $found;
}

$files = glob(__DIR__ . '/../vectors/signing/*.json');
if ($files === false || $files === []) {
    fwrite(STDERR, "No signing vectors were found.\n");
    exit(1);
}

$passed = 0;
$failed = 0;
foreach ($files as $file) {
    $vector = json_decode((string) file_get_contents($file), true, 32, JSON_THROW_ON_ERROR);
    $differences = differences($vector);
    $differences === [] ? $passed++ : $failed++;
    foreach ($differences as $difference) {
        fwrite(STDERR, "{$vector['id']}: {$difference}\n");
    }
}

echo "{$passed} passed, {$failed} failed\n";
exit($failed === 0 ? 0 : 1);
