<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Closure;
use Generator;

/** Lists that are read page by page. */
final class RecordingPages
{
    /**
     * Gives recordings one by one, asking for the next page when the last one is used up.
     *
     * A recording that moves to the next page while this goes on comes once; one that moves to an
     * earlier page, because others were deleted meanwhile, may be missed. A server that takes no heed
     * of pages, although it should, sends everything at once: that is noticed.
     *
     * @param Closure(array<array-key, mixed>): array<string, mixed> $getRecordings
     * @param array<array-key, mixed> $filter parameters of `getRecordings`
     * @return Generator<int, array<array-key, mixed>>
     */
    public static function read(Closure $getRecordings, array $filter, int $pageSize): Generator
    {
        $seen = [];
        $offset = 0;
        do {
            $reply = $getRecordings(['offset' => $offset, 'limit' => $pageSize] + $filter);
            $recordings = is_array($reply['recordings'] ?? null) ? $reply['recordings'] : [];
            $hasFresh = false;
            foreach ($recordings as $recording) {
                $id = is_array($recording) ? ($recording['recordID'] ?? null) : null;
                if (is_array($recording) && is_string($id) && !isset($seen["-{$id}"])) {
                    $seen["-{$id}"] = true;
                    $hasFresh = true;
                    yield $recording;
                }
            }
            $count = count($recordings);
            $offset += $count;
            $total = $reply['totalElements'] ?? null;
            $isLast = is_int($total) ? $offset >= $total : $count < $pageSize;
        } while (!$isLast && $hasFresh && $count <= $pageSize);
    }
}
