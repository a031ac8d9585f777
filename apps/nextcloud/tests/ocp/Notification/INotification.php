<?php

declare(strict_types=1);

namespace OCP\Notification;

use DateTime;

interface INotification
{
    public function setApp(string $app): INotification;

    public function getApp(): string;

    public function setUser(string $user): INotification;

    public function getUser(): string;

    public function setDateTime(DateTime $dateTime): INotification;

    public function setObject(string $type, string $id): INotification;

    public function getObjectType(): string;

    public function getObjectId(): string;

    /** @param array<string, mixed> $parameters */
    public function setSubject(string $subject, array $parameters = []): INotification;

    public function getSubject(): string;

    /** @return array<string, mixed> */
    public function getSubjectParameters(): array;

    public function setParsedSubject(string $subject): INotification;

    /** @param array<string, array<string, string>> $parameters */
    public function setRichSubject(string $subject, array $parameters = []): INotification;

    public function setLink(string $link): INotification;

    public function setIcon(string $icon): INotification;

    public function createAction(): IAction;

    public function addAction(IAction $action): INotification;

    /** @return IAction[] */
    public function getActions(): array;

    public function addParsedAction(IAction $action): INotification;
}
