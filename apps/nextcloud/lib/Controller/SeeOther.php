<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCP\AppFramework\Http;
use OCP\AppFramework\Http\RedirectResponse;

/**
 * Sends a browser on with GET. The address may be signed for one person, so nothing keeps it.
 *
 * @extends RedirectResponse<Http::STATUS_SEE_OTHER, array{}>
 */
final class SeeOther extends RedirectResponse
{
    public function __construct(string $url)
    {
        parent::__construct($url, Http::STATUS_SEE_OTHER);
        $this->addHeader('Cache-Control', 'no-store');
        $this->addHeader('Referrer-Policy', 'no-referrer');
    }
}
