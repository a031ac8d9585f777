<?php

declare(strict_types=1);

namespace OCP\Contacts\ContactsMenu;

interface IActionFactory
{
    public function newLinkAction(string $icon, string $name, string $href, string $appId = ''): ILinkAction;
}
