<?php

declare(strict_types=1);

namespace OCP\AppFramework\Services;

interface IInitialState
{
    /** @param scalar|array<mixed>|\JsonSerializable $data */
    public function provideInitialState(string $key, $data): void;
}
