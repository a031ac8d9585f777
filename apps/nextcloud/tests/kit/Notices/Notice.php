<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Notices;

use DateTime;
use OCP\Notification\IAction;
use OCP\Notification\INotification;

/** One notification, and how the app words it. */
final class Notice implements INotification
{
    private string $app = '';

    private string $user = '';

    private string $objectType = '';

    private string $objectId = '';

    private string $subject = '';

    /** @var array<string, mixed> */
    private array $parameters = [];

    public string $words = '';

    /** @var array<string, array<string, string>> */
    public array $objects = [];

    public string $link = '';

    public string $icon = '';

    /** @var list<IAction> */
    private array $actions = [];

    /** Tells whether this is one of those that another describes by what it names. */
    public function isLike(self $other): bool
    {
        $named = static fn (string $wanted, string $given): bool => $wanted === '' || $wanted === $given;

        return $named($other->app, $this->app)
            && $named($other->user, $this->user)
            && $named($other->objectType, $this->objectType)
            && $named($other->objectId, $this->objectId)
            && $named($other->subject, $this->subject);
    }

    public function setApp(string $app): INotification
    {
        $this->app = $app;

        return $this;
    }

    public function getApp(): string
    {
        return $this->app;
    }

    public function setUser(string $user): INotification
    {
        $this->user = $user;

        return $this;
    }

    public function getUser(): string
    {
        return $this->user;
    }

    public function setDateTime(DateTime $dateTime): INotification
    {
        return $this;
    }

    public function setObject(string $type, string $id): INotification
    {
        [$this->objectType, $this->objectId] = [$type, $id];

        return $this;
    }

    public function getObjectType(): string
    {
        return $this->objectType;
    }

    public function getObjectId(): string
    {
        return $this->objectId;
    }

    public function setSubject(string $subject, array $parameters = []): INotification
    {
        [$this->subject, $this->parameters] = [$subject, $parameters];

        return $this;
    }

    public function getSubject(): string
    {
        return $this->subject;
    }

    public function getSubjectParameters(): array
    {
        return $this->parameters;
    }

    public function setParsedSubject(string $subject): INotification
    {
        $this->words = $subject;

        return $this;
    }

    public function setRichSubject(string $subject, array $parameters = []): INotification
    {
        [$this->words, $this->objects] = [$subject, $parameters];

        return $this;
    }

    public function setLink(string $link): INotification
    {
        $this->link = $link;

        return $this;
    }

    public function setIcon(string $icon): INotification
    {
        $this->icon = $icon;

        return $this;
    }

    public function createAction(): IAction
    {
        return new NoticeAction();
    }

    public function addAction(IAction $action): INotification
    {
        $this->actions[] = $action;

        return $this;
    }

    public function getActions(): array
    {
        return $this->actions;
    }

    public function addParsedAction(IAction $action): INotification
    {
        return $this->addAction($action);
    }
}
