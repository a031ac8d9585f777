<?php

declare(strict_types=1);

namespace OCP\Mail;

interface IEMailTemplate
{
    /** @return void */
    public function setSubject(string $subject);

    /** @return void */
    public function addHeader();

    /**
     * @param string|false $plainTitle
     * @return void
     */
    public function addHeading(string $title, $plainTitle = '');

    /**
     * @param string|false $plainText
     * @return void
     */
    public function addBodyText(string $text, $plainText = '');

    /**
     * @param string|false $plainText
     * @return void
     */
    public function addBodyButton(string $text, string $url, $plainText = '');

    /** @return void */
    public function addFooter(string $text = '', ?string $lang = null);

    public function renderSubject(): string;

    public function renderText(): string;
}
