<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Contacts;

use OCP\Contacts\ContactsMenu\IActionFactory;
use OCP\Contacts\ContactsMenu\ILinkAction;

final class LinkActions implements IActionFactory
{
    public function newLinkAction(string $icon, string $name, string $href, string $appId = ''): ILinkAction
    {
        return new LinkAction($name, $href);
    }
}
