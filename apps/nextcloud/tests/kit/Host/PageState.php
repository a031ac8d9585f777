<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\AppFramework\Services\IInitialState;

/** What is written into a page for its script. */
final class PageState implements IInitialState
{
    /** @var array<string, mixed> */
    public array $given = [];

    public function provideInitialState(string $key, $data): void
    {
        $this->given[$key] = $data;
    }
}
