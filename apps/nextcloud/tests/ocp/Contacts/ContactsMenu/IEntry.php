<?php

declare(strict_types=1);

namespace OCP\Contacts\ContactsMenu;

interface IEntry extends \JsonSerializable
{
    public function getFullName(): string;

    public function addAction(IAction $action): void;

    /** @return mixed */
    public function getProperty(string $key);
}
