<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Push\RoomPush;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Service\Asker;
use OCA\Bluebridge\Service\DocumentRules;
use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Service\RoomCards;
use OCA\Bluebridge\Service\RoomContext;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\UseSession;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Services\IInitialState;
use OCP\IGroupManager;
use OCP\IRequest;
use OCP\IURLGenerator;
use OCP\Util;

/** The pages of people who are logged in, and their way into a room. */
final class PageController extends Controller
{
    public function __construct(
        IRequest $request,
        private readonly Asker $asker,
        private readonly IInitialState $state,
        private readonly RoomCards $cards,
        private readonly Quotas $quotas,
        private readonly Servers $servers,
        private readonly IGroupManager $groups,
        private readonly RoomContext $context,
        private readonly WayIn $wayIn,
        private readonly JoinPolicy $policy,
        private readonly IURLGenerator $urls,
        private readonly RoomPush $push,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[NoCSRFRequired]
    #[FrontpageRoute(verb: 'GET', url: '/')]
    public function index(): TemplateResponse
    {
        return $this->app();
    }

    /** The app itself shows the room, or says that there is none. */
    #[NoAdminRequired]
    #[NoCSRFRequired]
    #[FrontpageRoute(verb: 'GET', url: '/rooms/{id}', requirements: ['id' => '\d+'])]
    public function room(): TemplateResponse
    {
        return $this->app();
    }

    /**
     * Sends a member on into the meeting. A form that is posted opens a tab where a script must not, and
     * the signed address is made after the click and is on no page.
     */
    #[NoAdminRequired]
    #[UseSession]
    #[RequireRole(Role::Viewer)]
    #[FrontpageRoute(verb: 'POST', url: '/rooms/{id}/join', requirements: ['id' => '\d+'])]
    public function join(string $code = '', string $consents = '', string $waiting = '', string $evicts = ''): Response
    {
        $room = $this->context->room();
        $action = $this->urls->linkToRoute('bluebridge.page.join', ['id' => $room->getId()]);

        return $this->wayIn->take($room, $action, '', $code, $consents === 'yes', $waiting === 'yes', $evicts);
    }

    private function app(): TemplateResponse
    {
        $user = $this->asker->user();
        $this->state->provideInitialState('page', [
            'rooms' => $this->cards->ofPerson($user),
            'mayCreate' => $this->quotas->mayCreate($user),
            'serverIsSet' => $this->servers->isSet(),
            'isAdmin' => $this->groups->isAdmin($user->getUID()),
            'hasPush' => $this->push->isThere(),
            'documentLimits' => DocumentRules::limits(),
        ]);
        Util::addScript(Application::APP_ID, 'bluebridge-main');
        Util::addStyle(Application::APP_ID, 'bluebridge-main');
        $page = new TemplateResponse(Application::APP_ID, 'main');
        $page->setContentSecurityPolicy($this->policy->forForms());

        return $page;
    }
}
