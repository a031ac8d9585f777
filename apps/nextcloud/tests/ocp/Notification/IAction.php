<?php

declare(strict_types=1);

namespace OCP\Notification;

interface IAction
{
    public const TYPE_GET = 'GET';
    public const TYPE_POST = 'POST';
    public const TYPE_WEB = 'WEB';

    public function setLabel(string $label): IAction;

    public function setParsedLabel(string $label): IAction;

    public function setPrimary(bool $primary): IAction;

    public function setLink(string $link, string $requestType): IAction;
}
