<?php

declare(strict_types=1);

namespace OCP\Mail;

interface IMailer
{
    public function createMessage(): IMessage;

    /** @param array<string, mixed> $data */
    public function createEMailTemplate(string $emailId, array $data = []): IEMailTemplate;

    /** @return list<string> who did not get it */
    public function send(IMessage $message): array;

    public function validateMailAddress(string $email): bool;
}
