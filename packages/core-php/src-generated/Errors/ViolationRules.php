<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Errors;

/**
 * Every rule a parameter or a body can break, closed: a host has words for each.
 *
 * @phpstan-type Rule 'required'|'at_least_one'|'unknown'|'empty'|'blank'|'exclusive'|'duplicate'|'type'|'min'|'max'|'pattern'|'choice'|'well_formed'|'needs_capability'
 */
final class ViolationRules
{
    /** @var list<string> */
    public const ALL = [
        'required',
        'at_least_one',
        'unknown',
        'empty',
        'blank',
        'exclusive',
        'duplicate',
        'type',
        'min',
        'max',
        'pattern',
        'choice',
        'well_formed',
        'needs_capability',
    ];
}
