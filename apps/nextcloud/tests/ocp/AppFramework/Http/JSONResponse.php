<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http;

use OCP\AppFramework\Http;

/**
 * @template-covariant S of int = int
 * @template-covariant T of mixed = mixed
 * @template-covariant H of array<string, mixed> = array<string, mixed>
 * @template-extends Response<S, H>
 */
class JSONResponse extends Response
{
    /** @var T */
    protected $data;

    /**
     * @param T $data
     * @param S $statusCode
     * @param H $headers
     */
    public function __construct(mixed $data = [], int $statusCode = Http::STATUS_OK, array $headers = [], int $encodeFlags = 0)
    {
        parent::__construct($statusCode, $headers);
        $this->data = $data;
    }

    /** @return T */
    public function getData()
    {
        return $this->data;
    }

    public function render()
    {
        return json_encode($this->data, JSON_HEX_TAG | JSON_THROW_ON_ERROR);
    }
}
