<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Notices;

use OCP\Notification\IAction;

/** What a notification offers to do. */
final class NoticeAction implements IAction
{
    public string $label = '';

    public string $link = '';

    public string $method = '';

    public bool $isPrimary = false;

    public function setLabel(string $label): IAction
    {
        return $this;
    }

    public function setParsedLabel(string $label): IAction
    {
        $this->label = $label;

        return $this;
    }

    public function setPrimary(bool $primary): IAction
    {
        $this->isPrimary = $primary;

        return $this;
    }

    public function setLink(string $link, string $requestType): IAction
    {
        [$this->link, $this->method] = [$link, $requestType];

        return $this;
    }
}
