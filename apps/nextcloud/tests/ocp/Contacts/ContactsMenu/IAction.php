<?php

declare(strict_types=1);

namespace OCP\Contacts\ContactsMenu;

interface IAction extends \JsonSerializable
{
    public function getName(): string;

    /** @return void */
    public function setPriority(int $priority);
}
