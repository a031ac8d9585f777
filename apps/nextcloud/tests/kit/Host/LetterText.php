<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\Mail\IEMailTemplate;

/** What a letter says, as plain text. */
final class LetterText implements IEMailTemplate
{
    private string $subject = '';

    /** @var list<string> */
    private array $lines = [];

    public function setSubject(string $subject)
    {
        $this->subject = $subject;
    }

    public function addHeader()
    {
    }

    public function addHeading(string $title, $plainTitle = '')
    {
        $this->lines[] = $title;
    }

    public function addBodyText(string $text, $plainText = '')
    {
        $this->lines[] = $text;
    }

    public function addBodyButton(string $text, string $url, $plainText = '')
    {
        $this->lines[] = "{$text}: {$url}";
    }

    public function addFooter(string $text = '', ?string $lang = null)
    {
    }

    public function renderSubject(): string
    {
        return $this->subject;
    }

    public function renderText(): string
    {
        return implode("\n", $this->lines);
    }
}
