<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Document\DownloadAddress;
use OCA\Bluebridge\Document\UserFiles;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\StreamResponse;
use OCP\IRequest;

/** Where a meeting server fetches a file that is too large to send along. */
final class DownloadController extends Controller
{
    private const ACTION = 'bluebridgeDownload';

    public function __construct(
        IRequest $request,
        private readonly DownloadAddress $addresses,
        private readonly UserFiles $files,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[PublicPage]
    #[NoCSRFRequired]
    #[BruteForceProtection(action: self::ACTION)]
    #[FrontpageRoute(verb: 'GET', url: '/d/{secret}')]
    public function show(string $secret): Response
    {
        $taken = $this->addresses->take($secret);
        $file = $taken === null ? null : $this->files->find($taken['userId'], $taken['fileId']);
        $content = $file?->fopen('rb') ?? false;
        if ($file === null || $content === false) {
            $missing = new Response(Http::STATUS_NOT_FOUND);
            $missing->throttle(['action' => self::ACTION]);

            return $missing;
        }

        $response = new StreamResponse($content);
        $response->addHeader('Content-Type', $file->getMimeType());
        $response->addHeader('Content-Length', (string) $file->getSize());
        $response->addHeader('Content-Disposition', "attachment; filename*=UTF-8''" . rawurlencode($file->getName()));

        return $response;
    }
}
