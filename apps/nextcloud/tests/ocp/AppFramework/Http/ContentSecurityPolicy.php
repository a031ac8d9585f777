<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http;

class ContentSecurityPolicy extends EmptyContentSecurityPolicy
{
    protected $allowedFormActionDomains = ["'self'"];

    protected $allowedFrameAncestors = ["'self'"];

    protected $allowedImageDomains = ["'self'", 'data:', 'blob:'];
}
