<?php

declare(strict_types=1);

namespace OCP\Mail;

interface IMessage
{
    /** @param array<array-key, string> $addresses */
    public function setFrom(array $addresses): IMessage;

    /** @param array<array-key, string> $recipients */
    public function setTo(array $recipients): IMessage;

    public function useTemplate(IEMailTemplate $emailTemplate): IMessage;
}
