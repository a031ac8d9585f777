<?php

declare(strict_types=1);

namespace OCP\Contacts\ContactsMenu;

interface ILinkAction extends IAction
{
    public function getHref(): string;
}
