<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;
use OCP\Mail\IMessage;

/** Letters that were sent. */
final class Mail implements IMailer
{
    /** @var list<Letter> */
    public array $sent = [];

    public function createMessage(): IMessage
    {
        return new Letter();
    }

    public function createEMailTemplate(string $emailId, array $data = []): IEMailTemplate
    {
        return new LetterText();
    }

    public function send(IMessage $message): array
    {
        assert($message instanceof Letter);
        $this->sent[] = $message;

        return [];
    }

    public function validateMailAddress(string $email): bool
    {
        return filter_var($email, FILTER_VALIDATE_EMAIL) !== false;
    }
}
