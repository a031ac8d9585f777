<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Circles\CirclesManager;
use OCA\Circles\Model\Member as TeamMember;
use OCA\Circles\Model\Probes\CircleProbe;
use OCP\App\IAppManager;
use Psr\Log\LoggerInterface;
use Psr\Container\ContainerInterface;
use Throwable;

/** Teams, where the app of this Nextcloud that keeps them is there. */
class Teams
{
    /** @var array<string, array<string, string>> names of the teams of those who were asked about */
    private array $known = [];

    public function __construct(
        private readonly IAppManager $apps,
        private readonly ContainerInterface $container,
        private readonly LoggerInterface $logger,
    ) {
    }

    public function areThere(): bool
    {
        return $this->apps->isEnabledForAnyone('circles') && class_exists(CirclesManager::class);
    }

    /** @return list<string> ids of the teams somebody is in */
    public function idsOf(string $userId): array
    {
        return array_keys($this->namesOf($userId));
    }

    /** @return array<string, string> names of the teams somebody is in, by their ids */
    public function namesOf(string $userId): array
    {
        return $this->known[$userId] ??= $this->areThere() ? $this->readNamesOf($userId) : [];
    }

    /** @return array<string, string> */
    private function readNamesOf(string $userId): array
    {
        try {
            return $this->ask($userId);
        } catch (Throwable $error) {
            // Without the teams, people still come in as users and by their groups.
            $this->logger->warning('The teams of a user could not be read', ['exception' => $error, 'app' => 'bluebridge']);

            return [];
        }
    }

    /** @return list<string> ids of the users who are in a team, also as people of a group or of another team */
    public function peopleOf(string $teamId): array
    {
        if (!$this->areThere()) {
            return [];
        }
        try {
            return $this->askWhoIsIn($teamId);
        } catch (Throwable $error) {
            // A team that is gone has nobody in it.
            $this->logger->info('The people of a team could not be read', ['exception' => $error, 'app' => 'bluebridge']);

            return [];
        }
    }

    /** @return list<string> */
    private function askWhoIsIn(string $teamId): array
    {
        $manager = $this->container->get(CirclesManager::class);
        assert($manager instanceof CirclesManager);
        // It is the room that tells its people, whoever is at the keyboard.
        $manager->startSuperSession();
        try {
            $people = [];
            foreach ($manager->getCircle($teamId)->getInheritedMembers() as $member) {
                if ($member->getUserType() === TeamMember::TYPE_USER && $member->isLocal() && $member->getStatus() === TeamMember::STATUS_MEMBER) {
                    $people[] = $member->getUserId();
                }
            }

            return array_values(array_unique($people));
        } finally {
            $manager->stopSession();
        }
    }

    /** @return array<string, string> */
    private function ask(string $userId): array
    {
        $manager = $this->container->get(CirclesManager::class);
        assert($manager instanceof CirclesManager);
        $manager->startSession($manager->getLocalFederatedUser($userId));
        try {
            $probe = new CircleProbe();
            $probe->mustBeMember();
            $names = [];
            foreach ($manager->probeCircles($probe) as $circle) {
                $names[$circle->getSingleId()] = $circle->getDisplayName();
            }

            return $names;
        } finally {
            $manager->stopSession();
        }
    }
}
