<?php

declare(strict_types=1);

namespace OCP;

interface IGroup
{
    public function getGID(): string;

    public function getDisplayName(): string;

    /** @return IUser[] */
    public function getUsers(): array;

    public function inGroup(IUser $user): bool;

    public function hideFromCollaboration(): bool;
}
