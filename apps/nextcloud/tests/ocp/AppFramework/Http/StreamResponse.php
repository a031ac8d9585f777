<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http;

use OCP\AppFramework\Http;

/**
 * @template-covariant S of int = int
 * @template-covariant H of array<string, mixed> = array<string, mixed>
 * @template-extends Response<S, H>
 */
class StreamResponse extends Response implements ICallbackResponse
{
    /**
     * @param string|resource $filePath
     * @param H $headers
     */
    public function __construct(private readonly mixed $filePath, int $status = Http::STATUS_OK, array $headers = [])
    {
        parent::__construct($status, $headers);
    }

    public function callback(IOutput $output)
    {
        $output->setReadfile($this->filePath);
    }
}
