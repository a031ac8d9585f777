<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http;

use OCP\AppFramework\Http;

/**
 * @template-covariant S of int = int
 * @template-covariant H of array<string, mixed> = array<string, mixed>
 * @template-extends Response<S, H>
 */
class RedirectResponse extends Response
{
    /**
     * @param S $status
     * @param H $headers
     */
    public function __construct(
        private string $redirectURL,
        int $status = Http::STATUS_SEE_OTHER,
        array $headers = [],
    ) {
        parent::__construct($status, $headers);
        $this->addHeader('Location', $redirectURL);
    }

    /** @return string */
    public function getRedirectURL()
    {
        return $this->redirectURL;
    }
}
