<?php

declare(strict_types=1);

/*
 * Answers questions about the core in PHP, each a line of JSON, with a line of JSON. The other end
 * is test/parity/php-process.ts, which asks the core in TypeScript the same.
 */

use Bluebridge\Core\Tests\Parity\Answers;

require __DIR__ . '/autoload.php';

while (($line = fgets(STDIN)) !== false) {
    echo json_encode(Answers::to($line), JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\n";
}
