<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Callback\ReadyDesk;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\JSONResponse;
use OCP\IRequest;

/** What meeting servers say by themselves. They have no account here: a signature proves it is them. */
final class CallbackController extends Controller
{
    private const ACTION = 'bluebridgeCallback';

    public function __construct(IRequest $request, private readonly ReadyDesk $ready)
    {
        parent::__construct(Application::APP_ID, $request);
    }

    #[PublicPage]
    #[NoCSRFRequired]
    #[BruteForceProtection(action: self::ACTION)]
    #[FrontpageRoute(verb: 'POST', url: '/callbacks/recording-ready')]
    public function recordingReady(string $signed_parameters = ''): JSONResponse
    {
        $outcome = $this->ready->hear($signed_parameters);
        $response = new JSONResponse(['outcome' => $outcome], match ($outcome) {
            'known' => Http::STATUS_OK,
            'later' => Http::STATUS_ACCEPTED,
            'unknown' => Http::STATUS_NOT_FOUND,
            'refused' => Http::STATUS_FORBIDDEN,
        });
        if ($outcome === 'refused') {
            $response->throttle(['action' => self::ACTION]);
        }

        return $response;
    }
}
