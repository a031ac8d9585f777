<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\RedirectResponse;
use OCP\AppFramework\Http\Response;
use OCP\IRequest;
use OCP\IURLGenerator;

/**
 * Leads links of the app "BigBlueButton" (cloud_bbb) to the rooms that were imported, whose addresses end
 * as they did. The web server sends `/apps/bbb/b/…` here, since no app may answer below the name of
 * another one. Nothing is looked up: whether there is such a room is said, and guesses are counted, where
 * the way leads.
 */
final class OldLinksController extends Controller
{
    public function __construct(IRequest $request, private readonly IURLGenerator $urls)
    {
        parent::__construct(Application::APP_ID, $request);
    }

    #[PublicPage]
    #[NoCSRFRequired]
    #[FrontpageRoute(verb: 'GET', url: '/b/{uid}')]
    public function room(string $uid): Response
    {
        return new RedirectResponse($this->urls->linkToRoute('bluebridge.guest.show', ['token' => $uid]), Http::STATUS_FOUND);
    }

    #[PublicPage]
    #[NoCSRFRequired]
    #[FrontpageRoute(verb: 'GET', url: '/b/{uid}/{moderatorToken}')]
    public function moderator(string $uid, string $moderatorToken): Response
    {
        return new RedirectResponse($this->urls->linkToRoute('bluebridge.guest.invited', ['secret' => $moderatorToken]), Http::STATUS_FOUND);
    }
}
