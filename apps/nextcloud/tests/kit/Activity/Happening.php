<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Activity;

use OCP\Activity\IEvent;

/** One event of the activity stream, and how the app words it. */
final class Happening implements IEvent
{
    public string $type = '';

    public string $words = '';

    /** @var array<string, array<string, string>> */
    public array $objects = [];

    public string $link = '';

    private string $app = '';

    private string $author = '';

    private string $subject = '';

    /** @var array<string, mixed> */
    private array $parameters = [];

    private int $objectId = 0;

    public function setApp(string $app): IEvent
    {
        $this->app = $app;

        return $this;
    }

    public function getApp(): string
    {
        return $this->app;
    }

    public function setType(string $type): IEvent
    {
        $this->type = $type;

        return $this;
    }

    public function setAuthor(string $author): IEvent
    {
        $this->author = $author;

        return $this;
    }

    public function getAuthor(): string
    {
        return $this->author;
    }

    public function setTimestamp(int $timestamp): IEvent
    {
        return $this;
    }

    public function setSubject(string $subject, array $parameters = []): IEvent
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

    public function setRichSubject(string $subject, array $parameters = []): IEvent
    {
        [$this->words, $this->objects] = [$subject, $parameters];

        return $this;
    }

    public function setObject(string $objectType, int $objectId, string $objectName = ''): IEvent
    {
        $this->objectId = $objectId;

        return $this;
    }

    public function getObjectId(): int
    {
        return $this->objectId;
    }

    public function setLink(string $link): IEvent
    {
        $this->link = $link;

        return $this;
    }

    public function setIcon(string $icon): IEvent
    {
        return $this;
    }
}
