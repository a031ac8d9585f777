<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit;

use Doctrine\DBAL\Connection as Doctrine;
use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Tests\Kit\Activity\Stream;
use OCA\Bluebridge\Tests\Kit\Calendar\Calendars;
use OCA\Bluebridge\Tests\Kit\Contacts\LinkActions;
use OCA\Bluebridge\Tests\Kit\Db\Connection;
use OCA\Bluebridge\Tests\Kit\Db\Migrations;
use OCA\Bluebridge\Tests\Kit\Files\KeptFiles;
use OCA\Bluebridge\Tests\Kit\Host\AppSettings;
use OCA\Bluebridge\Tests\Kit\Host\Events;
use OCA\Bluebridge\Tests\Kit\Host\HttpClient;
use OCA\Bluebridge\Tests\Kit\Host\Jobs;
use OCA\Bluebridge\Tests\Kit\Host\LaterWork;
use OCA\Bluebridge\Tests\Kit\Host\Mail;
use OCA\Bluebridge\Tests\Kit\Host\MemoryCache;
use OCA\Bluebridge\Tests\Kit\Host\Moments;
use OCA\Bluebridge\Tests\Kit\Host\Secrets;
use OCA\Bluebridge\Tests\Kit\Host\SetClock;
use OCA\Bluebridge\Tests\Kit\Host\SystemSettings;
use OCA\Bluebridge\Tests\Kit\Host\Words;
use OCA\Bluebridge\Tests\Kit\People\Groups;
use OCA\Bluebridge\Tests\Kit\People\People;
use OCA\Bluebridge\Tests\Kit\People\Profiles;
use OCA\Bluebridge\Tests\Kit\People\SharingSettings;
use OCA\Bluebridge\Tests\Kit\Notices\NoticeBoard;
use OCA\Bluebridge\Tests\Kit\People\PeopleSearch;
use OCA\Bluebridge\Tests\Kit\People\Session;
use OCA\Bluebridge\Tests\Kit\Status\KeptStatuses;
use OCA\Bluebridge\Tests\Kit\Web\Addresses;
use OCA\Bluebridge\Tests\Kit\Web\Dispatcher;
use OCA\Bluebridge\Tests\Kit\Web\Routes;
use OCA\Bluebridge\Tests\Kit\Web\SentRequest;

/** A Nextcloud of one test: a database with the app's tables, accounts, settings, and the way in. */
final class Installation
{
    public readonly Connection $db;

    public readonly Container $container;

    public readonly Registrations $registered;

    public readonly Routes $routes;

    public readonly Dispatcher $dispatcher;

    public readonly People $people;

    public readonly Groups $groups;

    public readonly Session $session;

    public readonly SetClock $clock;

    public readonly AppSettings $settings;

    public readonly SystemSettings $system;

    public readonly HttpClient $http;

    public readonly SentRequest $request;

    public readonly KeptFiles $files;

    public readonly KeptStatuses $statuses;

    public readonly Mail $mail;

    public readonly NoticeBoard $notices;

    public readonly Events $events;

    public readonly LaterWork $later;

    public readonly Stream $activity;

    public readonly Calendars $calendars;

    public readonly Jobs $jobs;

    public readonly SharingSettings $sharing;

    public readonly Profiles $profiles;

    public function __construct(Doctrine $database, bool $hasTables = false)
    {
        $this->db = new Connection($database);
        [$this->people, $this->groups, $this->session] = [new People(), new Groups(), new Session()];
        [$this->settings, $this->system, $this->clock] = [new AppSettings(), new SystemSettings(), new SetClock()];
        [$this->http, $this->request, $this->files] = [new HttpClient(), new SentRequest(), new KeptFiles()];
        $this->statuses = new KeptStatuses();
        [$this->mail, $this->notices] = [new Mail(), new NoticeBoard()];
        [$this->activity, $this->calendars, $this->jobs] = [new Stream(), new Calendars(), new Jobs()];
        [$this->events, $this->later] = [new Events(), new LaterWork()];
        [$this->sharing, $this->profiles] = [new SharingSettings(), new Profiles()];
        $lib = dirname(__DIR__, 2) . '/lib';
        $this->routes = new Routes("{$lib}/Controller", 'OCA\\Bluebridge\\Controller');
        $this->container = new Container($this->services());
        $this->registered = new Registrations();
        (new Application())->register($this->registered);
        $this->events->tell($this->registered->listeners, $this->container);
        foreach ($this->registered->aliases as $name => $target) {
            $this->container->alias($name, $target);
        }
        $this->dispatcher = new Dispatcher($this->container, $this->routes, $this->registered->classes['middleware'] ?? []);
        if (!$hasTables) {
            $this->migrate("{$lib}/Migration");
        }
    }

    /** @return array<class-string, object> */
    private function services(): array
    {
        [$words, $secrets, $cache] = [new Words(), new Secrets(), new MemoryCache()];

        return [
            \OCP\IDBConnection::class => $this->db,
            \OCP\Files\IRootFolder::class => $this->files,
            \OCP\UserStatus\IManager::class => $this->statuses,
            \OCP\IUserManager::class => $this->people,
            \OCP\IGroupManager::class => $this->groups,
            \OCP\IUserSession::class => $this->session,
            \OCP\ISession::class => $this->session,
            \OCP\IAppConfig::class => $this->settings,
            \OCP\IConfig::class => $this->system,
            \OCP\AppFramework\Utility\ITimeFactory::class => $this->clock,
            \OCP\Http\Client\IClientService::class => $this->http,
            \OCP\IRequest::class => $this->request,
            \OCP\EventDispatcher\IEventDispatcher::class => $this->events,
            \OCA\Bluebridge\Hooks\AfterAnswer::class => $this->later,
            \OCP\Mail\IMailer::class => $this->mail,
            \OCP\Notification\IManager::class => $this->notices,
            \OCP\Activity\IManager::class => $this->activity,
            \OCP\BackgroundJob\IJobList::class => $this->jobs,
            \OCP\Calendar\IManager::class => $this->calendars,
            \OCP\Contacts\ContactsMenu\IActionFactory::class => new LinkActions(),
            \OCP\Collaboration\Collaborators\ISearch::class => new PeopleSearch($this->people, $this->groups),
            \OCP\Share\IManager::class => $this->sharing,
            \OCP\Accounts\IAccountManager::class => $this->profiles,
            \OCP\IURLGenerator::class => new Addresses($this->routes),
            \OCP\IL10N::class => $words,
            \OCP\L10N\IFactory::class => $words,
            \OCP\IDateTimeFormatter::class => new Moments(),
            \OCP\Security\ISecureRandom::class => $secrets,
            \OCP\Security\IHasher::class => $secrets,
            \OCP\Security\ICrypto::class => $secrets,
            \OCP\ICacheFactory::class => $cache,
            \OCP\App\IAppManager::class => new Host\Apps(),
            \OCP\AppFramework\Services\IInitialState::class => new Host\PageState(),
            \Psr\Log\LoggerInterface::class => new Host\KeptLog(),
        ];
    }

    private function migrate(string $folder): void
    {
        $files = glob("{$folder}/Version*.php") ?: [];
        $classes = array_map(static fn (string $file): string => 'OCA\\Bluebridge\\Migration\\' . basename($file, '.php'), $files);
        (new Migrations($this->db))->run(array_map($this->container->get(...), $classes));
        $this->db->takeStatements();
    }
}
