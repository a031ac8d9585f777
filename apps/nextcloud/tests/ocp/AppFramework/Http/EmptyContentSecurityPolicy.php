<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http;

class EmptyContentSecurityPolicy
{
    /** @var list<string>|null */
    protected $allowedFormActionDomains = null;

    /** @var list<string>|null */
    protected $allowedFrameAncestors = null;

    /** @var list<string>|null */
    protected $allowedImageDomains = null;

    /** @var list<string>|null */
    protected $allowedWorkerSrcDomains = null;

    /** @return $this */
    public function addAllowedFormActionDomain(string $domain)
    {
        $this->allowedFormActionDomains[] = $domain;

        return $this;
    }

    /** @return $this */
    public function addAllowedFrameAncestorDomain($domain)
    {
        $this->allowedFrameAncestors[] = $domain;

        return $this;
    }

    /** @return $this */
    public function addAllowedWorkerSrcDomain(string $domain)
    {
        $this->allowedWorkerSrcDomains[] = $domain;

        return $this;
    }

    /** @return $this */
    public function addAllowedImageDomain($domain)
    {
        $this->allowedImageDomains[] = $domain;

        return $this;
    }

    /** @return string */
    public function buildPolicy()
    {
        $parts = [
            'img-src' => $this->allowedImageDomains,
            'frame-ancestors' => $this->allowedFrameAncestors,
            'worker-src' => $this->allowedWorkerSrcDomains,
            'form-action' => $this->allowedFormActionDomains,
        ];
        $policy = "default-src 'none'";
        foreach ($parts as $name => $domains) {
            $policy .= $domains === null ? '' : ";{$name} " . implode(' ', $domains);
        }

        return $policy;
    }
}
