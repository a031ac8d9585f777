<?php

declare(strict_types=1);

namespace OCP\Contacts\ContactsMenu;

interface IProvider
{
    /** @return void */
    public function process(IEntry $entry);
}
