<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http;

use DateTime;
use OCP\AppFramework\Http;

/**
 * @template-covariant S of int = int
 * @template-covariant H of array<string, mixed> = array<string, mixed>
 */
class Response
{
    private int $status = Http::STATUS_OK;

    /** @var array<string, mixed> */
    private array $headers = [];

    /** @var array<string, array{value: string, expireDate: ?DateTime, sameSite: string}> */
    private array $cookies = [];

    private ?string $eTag = null;

    private ?DateTime $lastModified = null;

    private ?EmptyContentSecurityPolicy $policy = null;

    private bool $isThrottled = false;

    /** @var array<string, mixed> */
    private array $throttleMetadata = [];

    /**
     * @param S $status
     * @param H $headers
     */
    public function __construct(int $status = Http::STATUS_OK, array $headers = [])
    {
        $this->setStatus($status);
        $this->setHeaders($headers);
    }

    /** @return $this */
    public function setStatus($status): static
    {
        $this->status = $status;

        return $this;
    }

    /** @return S */
    public function getStatus()
    {
        return $this->status;
    }

    /** @return $this */
    public function addHeader($name, $value)
    {
        if ($value === null) {
            unset($this->headers[trim($name)]);
        } else {
            $this->headers[trim($name)] = $value;
        }

        return $this;
    }

    /** @return $this */
    public function setHeaders(array $headers): static
    {
        $this->headers = $headers;

        return $this;
    }

    /** @return array<string, mixed> */
    public function getHeaders()
    {
        return $this->headers + ['ETag' => $this->eTag];
    }

    /** @return $this */
    public function addCookie($name, $value, ?DateTime $expireDate = null, $sameSite = 'Lax')
    {
        $this->cookies[$name] = ['value' => $value, 'expireDate' => $expireDate, 'sameSite' => $sameSite];

        return $this;
    }

    /** @return $this */
    public function invalidateCookie($name)
    {
        return $this->addCookie($name, 'expired', new DateTime('1971-01-01 00:00'));
    }

    /** @return array<string, array{value: string, expireDate: ?DateTime, sameSite: string}> */
    public function getCookies()
    {
        return $this->cookies;
    }

    /** @return $this */
    public function setETag($ETag)
    {
        $this->eTag = $ETag;

        return $this;
    }

    /** @return string|null */
    public function getETag()
    {
        return $this->eTag;
    }

    /** @return $this */
    public function setLastModified($lastModified)
    {
        $this->lastModified = $lastModified;

        return $this;
    }

    /** @return DateTime|null */
    public function getLastModified()
    {
        return $this->lastModified;
    }

    /** @return $this */
    public function setContentSecurityPolicy(EmptyContentSecurityPolicy $csp)
    {
        $this->policy = $csp;

        return $this;
    }

    /** @return EmptyContentSecurityPolicy */
    public function getContentSecurityPolicy()
    {
        return $this->policy ?? new EmptyContentSecurityPolicy();
    }

    /** @return $this */
    public function cacheFor(int $cacheSeconds, bool $public = false, bool $immutable = false)
    {
        return $this->addHeader('Cache-Control', $cacheSeconds > 0 ? "max-age={$cacheSeconds}" : 'no-cache, no-store');
    }

    /** @return void */
    public function throttle(array $metadata = [])
    {
        $this->isThrottled = true;
        $this->throttleMetadata = $metadata;
    }

    /** @return array<string, mixed> */
    public function getThrottleMetadata()
    {
        return $this->throttleMetadata;
    }

    /** @return bool */
    public function isThrottled()
    {
        return $this->isThrottled;
    }

    /** @return string */
    public function render()
    {
        return '';
    }
}
