<?php

declare(strict_types=1);

namespace OCP\Activity;

interface IEvent
{
    public function setApp(string $app): self;

    public function getApp(): string;

    public function setType(string $type): self;

    public function setAuthor(string $author): self;

    public function getAuthor(): string;

    public function setTimestamp(int $timestamp): self;

    /** @param array<string, string> $parameters */
    public function setSubject(string $subject, array $parameters = []): self;

    public function getSubject(): string;

    /** @return array<string, mixed> */
    public function getSubjectParameters(): array;

    /** @param array<string, array<string, string>> $parameters */
    public function setRichSubject(string $subject, array $parameters = []): self;

    public function setObject(string $objectType, int $objectId, string $objectName = ''): self;

    public function getObjectId(): int;

    public function setLink(string $link): self;

    public function setIcon(string $icon): self;
}
