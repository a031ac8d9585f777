<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http;

use OCP\AppFramework\Http;

/**
 * @template-covariant S of int = int
 * @template-covariant H of array<string, mixed> = array<string, mixed>
 * @template-extends Response<S, H>
 */
class TemplateResponse extends Response
{
    public const RENDER_AS_GUEST = 'guest';
    public const RENDER_AS_BLANK = '';
    public const RENDER_AS_BASE = 'base';
    public const RENDER_AS_USER = 'user';
    public const RENDER_AS_ERROR = 'error';
    public const RENDER_AS_PUBLIC = 'public';

    /** @var string */
    protected $templateName;

    /** @var array<string, mixed> */
    protected $params;

    /** @var string */
    protected $renderAs;

    /** @var string */
    protected $appName;

    /**
     * @param array<string, mixed> $params
     * @param S $status
     * @param H $headers
     */
    public function __construct(
        string $appName,
        string $templateName,
        array $params = [],
        string $renderAs = self::RENDER_AS_USER,
        int $status = Http::STATUS_OK,
        array $headers = [],
    ) {
        parent::__construct($status, $headers);
        $this->appName = $appName;
        $this->templateName = $templateName;
        $this->params = $params;
        $this->renderAs = $renderAs;
    }

    /** @param array<string, mixed> $params */
    public function setParams(array $params)
    {
        $this->params = $params;

        return $this;
    }

    /** @return array<string, mixed> */
    public function getParams()
    {
        return $this->params;
    }

    /** @return string */
    public function getApp(): string
    {
        return $this->appName;
    }

    /** @return string */
    public function getTemplateName()
    {
        return $this->templateName;
    }

    /** @return string */
    public function getRenderAs()
    {
        return $this->renderAs;
    }
}
