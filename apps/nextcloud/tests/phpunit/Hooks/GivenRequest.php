<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Hooks;

use OCA\Bluebridge\Hooks\ReceivedRequest;
use OCP\IRequest;

/** A call whose bytes a test gives. */
final class GivenRequest extends ReceivedRequest
{
    public function __construct(IRequest $request, private readonly string $query, private readonly string $body)
    {
        parent::__construct($request);
    }

    public function query(): string
    {
        return $this->query;
    }

    public function body(): string
    {
        return $this->body;
    }
}
