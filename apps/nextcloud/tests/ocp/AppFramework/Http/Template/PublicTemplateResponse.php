<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http\Template;

use OCP\AppFramework\Http;
use OCP\AppFramework\Http\TemplateResponse;

/**
 * @template-covariant S of int = int
 * @template-covariant H of array<string, mixed> = array<string, mixed>
 * @template-extends TemplateResponse<S, H>
 */
class PublicTemplateResponse extends TemplateResponse
{
    private string $headerTitle = '';

    private string $headerDetails = '';

    private bool $footerVisible = true;

    /**
     * @param array<string, mixed> $params
     * @param S $status
     * @param H $headers
     */
    public function __construct(
        string $appName,
        string $templateName,
        array $params = [],
        $status = Http::STATUS_OK,
        array $headers = [],
    ) {
        parent::__construct($appName, $templateName, $params, self::RENDER_AS_PUBLIC, $status, $headers);
    }

    public function setHeaderTitle(string $title)
    {
        $this->headerTitle = $title;
    }

    public function getHeaderTitle(): string
    {
        return $this->headerTitle;
    }

    public function setHeaderDetails(string $details)
    {
        $this->headerDetails = $details;
    }

    public function getHeaderDetails(): string
    {
        return $this->headerDetails;
    }

    public function setFooterVisible(bool $visible = false)
    {
        $this->footerVisible = $visible;
    }

    public function getFooterVisible(): bool
    {
        return $this->footerVisible;
    }

    public function render(): string
    {
        return '';
    }
}
