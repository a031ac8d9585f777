<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Contacts;

use OCP\Contacts\ContactsMenu\ILinkAction;

/** What the menu of a contact offers. */
final class LinkAction implements ILinkAction
{
    public function __construct(private readonly string $name, private readonly string $href)
    {
    }

    public function getName(): string
    {
        return $this->name;
    }

    public function getHref(): string
    {
        return $this->href;
    }

    public function setPriority(int $priority)
    {
    }

    /** @return array<string, string> */
    public function jsonSerialize(): array
    {
        return ['title' => $this->name, 'hyperlink' => $this->href];
    }
}
