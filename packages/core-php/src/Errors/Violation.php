<?php

declare(strict_types=1);

namespace Bluebridge\Core\Errors;

/**
 * One rule a parameter breaks: where, which rule, and what would be allowed.
 *
 * @phpstan-type Rule 'required'|'unknown'|'empty'|'exclusive'|'duplicate'|'at_least_one'|'blank'|'type'|'min'|'max'|'pattern'|'choice'|'well_formed'|'needs_capability'
 */
final class Violation
{
    /**
     * @param string $path name of the parameter on the wire
     * @param Rule $rule
     * @param string|null $allowed the limit, the pattern or the list of values, as text
     */
    public function __construct(
        public readonly string $path,
        public readonly string $rule,
        public readonly ?string $allowed = null,
    ) {
    }
}
