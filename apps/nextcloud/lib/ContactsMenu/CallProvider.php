<?php

declare(strict_types=1);

namespace OCA\Bluebridge\ContactsMenu;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Service\Quotas;
use OCP\Contacts\ContactsMenu\IActionFactory;
use OCP\Contacts\ContactsMenu\IEntry;
use OCP\Contacts\ContactsMenu\IProvider;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;
use OCP\IUserSession;

/** Offers in the menu of contacts to call somebody who has an account here. */
final class CallProvider implements IProvider
{
    public function __construct(
        private readonly IActionFactory $actions,
        private readonly IUserManager $users,
        private readonly IUserSession $session,
        private readonly Quotas $quotas,
        private readonly IURLGenerator $urls,
        private readonly IL10N $l10n,
    ) {
    }

    public function process(IEntry $entry): void
    {
        $id = $entry->getProperty('UID');
        $isAccount = is_string($id) && $entry->getProperty('isLocalSystemBook') === true && $this->users->userExists($id);
        $asker = $this->session->getUser();
        if (!$isAccount || $asker === null || $asker->getUID() === $id || !$this->quotas->mayCreate($asker)) {
            return;
        }
        $where = $this->urls->linkToRouteAbsolute('bluebridge.page.index');
        $query = http_build_query(['start' => '1', 'with' => $id, 'name' => $entry->getFullName()]);
        $icon = $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
        $entry->addAction($this->actions->newLinkAction($icon, $this->l10n->t('Start a call'), "{$where}?{$query}", Application::APP_ID));
    }
}
