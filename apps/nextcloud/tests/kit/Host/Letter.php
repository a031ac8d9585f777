<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMessage;

/** One letter. */
final class Letter implements IMessage
{
    /** @var array<array-key, string> */
    public array $to = [];

    public string $subject = '';

    public string $text = '';

    public function setFrom(array $addresses): IMessage
    {
        return $this;
    }

    public function setTo(array $recipients): IMessage
    {
        $this->to = $recipients;

        return $this;
    }

    public function useTemplate(IEMailTemplate $emailTemplate): IMessage
    {
        [$this->subject, $this->text] = [$emailTemplate->renderSubject(), $emailTemplate->renderText()];

        return $this;
    }
}
