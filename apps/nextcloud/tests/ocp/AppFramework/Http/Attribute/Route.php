<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http\Attribute;

use Attribute;

#[Attribute]
class Route
{
    public const TYPE_API = 'ocs';
    public const TYPE_FRONTPAGE = 'routes';

    /**
     * @param self::TYPE_* $type
     * @param array<string, string>|null $requirements
     * @param array<string, mixed>|null $defaults
     */
    public function __construct(
        protected string $type,
        protected string $verb,
        protected string $url,
        protected ?array $requirements = null,
        protected ?array $defaults = null,
        protected ?string $root = null,
        protected ?string $postfix = null,
    ) {
    }

    /** @return array{verb: string, url: string, requirements?: array<string, string>, defaults?: array<string, mixed>, root?: string, postfix?: string} */
    public function toArray()
    {
        return array_filter([
            'verb' => $this->verb,
            'url' => $this->url,
            'requirements' => $this->requirements,
            'defaults' => $this->defaults,
            'root' => $this->root,
            'postfix' => $this->postfix,
        ], static fn (mixed $value): bool => $value !== null);
    }
}
