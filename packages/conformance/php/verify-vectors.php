<?php

declare(strict_types=1);

/*
 * Lets a second language vouch for the vectors: signing vectors are recomputed with PHP's own
 * encoder and hashes, reply vectors are read with PHP's own XML parser. Prints `N passed, N failed`
 * and exits 1 on a failure.
 */

const ALGORITHMS = ['sha1', 'sha256', 'sha384', 'sha512'];

/** Encodes one value as the form encoding of the WHATWG URL standard: urlencode, but with a raw asterisk. */
function encodeValue(string $value): string
{
    return str_replace('%2A', '*', urlencode($value));
}

/** @return list<string> What differs from a signing vector, in words. */
function signingDifferences(array $vector): array
{
    ['call' => $call, 'params' => $params, 'secret' => $secret] = $vector['given'];
    $found = [];
    foreach ($params as [$name, $value]) {
        if (!mb_check_encoding($value, 'UTF-8')) {
            $found[] = "{$name} is not UTF-8";
        }
    }
    $pairs = array_map(static fn (array $pair): string => $pair[0] . '=' . encodeValue($pair[1]), $params);
    $query = implode('&', $pairs);
    if ($query !== $vector['expect']['query']) {
        $found[] = "query is {$query}";
    }
    foreach (ALGORITHMS as $algorithm) {
        if (hash($algorithm, $call . $query . $secret) !== $vector['expect']['checksums'][$algorithm]) {
            $found[] = "{$algorithm} differs";
        }
    }
    return $found;
}

/** @return list<string> What differs from a reply vector, in words. */
function replyDifferences(array $vector): array
{
    $body = $vector['given']['body'] ?? base64_decode($vector['given']['bodyBase64'], true);
    libxml_use_internal_errors(true);
    $root = simplexml_load_string(ltrim((string) $body), SimpleXMLElement::class, LIBXML_NONET);
    $isEnvelope = $vector['expect']['outcome'] === 'reply' || isset($vector['expect']['messageKey']);
    if (!$isEnvelope) {
        $isTruncated = in_array('Truncated', $vector['flags'] ?? [], true);
        return $isTruncated && $root !== false ? ['a truncated document was read as a whole one'] : [];
    }
    if ($root === false || $root->getName() !== 'response') {
        return ['the body is not a response document'];
    }
    $expected = $vector['expect']['reply']['returncode'] ?? 'FAILED';
    return (string) $root->returncode === $expected ? [] : ["returncode is {$root->returncode}"];
}

/** @return array{int, int} How many vectors of a folder hold, and how many do not. */
function verifyFolder(string $kind, callable $differences): array
{
    $files = glob(__DIR__ . "/../vectors/{$kind}/*.json");
    if ($files === false || $files === []) {
        fwrite(STDERR, "No {$kind} vectors were found.\n");
        return [0, 1];
    }
    $failed = 0;
    foreach ($files as $file) {
        $vector = json_decode((string) file_get_contents($file), true, 64, JSON_THROW_ON_ERROR);
        $found = $differences($vector);
        $failed += $found === [] ? 0 : 1;
        foreach ($found as $difference) {
            fwrite(STDERR, "{$vector['id']}: {$difference}\n");
        }
    }
    return [count($files) - $failed, $failed];
}

$results = [
    verifyFolder('signing', signingDifferences(...)),
    verifyFolder('reply', replyDifferences(...)),
];
$passed = array_sum(array_column($results, 0));
$failed = array_sum(array_column($results, 1));

echo "{$passed} passed, {$failed} failed\n";
exit($failed === 0 ? 0 : 1);
