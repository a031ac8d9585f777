<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use LogicException;
use OCA\Circles\CirclesManager;
use OCA\Circles\Model\Circle;
use OCA\Circles\Model\FederatedUser;
use OCA\Circles\Model\Probes\CircleProbe;

require_once dirname(__DIR__, 2) . '/neighbours/apps.php';

/** The teams of an installation that has the app for them. */
final class Circles extends CirclesManager
{
    /** @var array<string, CircleOfPeople> */
    private array $teams = [];

    /** Who asks: everybody in a session of the app itself, nobody without a session. */
    private ?string $asker = null;

    private bool $isSuper = false;

    private string $looked = '';

    public function add(string $id, string ...$userIds): Circle
    {
        return $this->teams[$id] = new CircleOfPeople($id, array_values($userIds));
    }

    public function getLocalFederatedUser(string $userId): FederatedUser
    {
        $this->looked = $userId;

        return new FederatedUser();
    }

    public function startSession(?FederatedUser $federatedUser = null, bool $forceSync = false): void
    {
        [$this->asker, $this->isSuper] = [$this->looked, false];
    }

    public function startSuperSession(bool $forceSync = false): void
    {
        [$this->asker, $this->isSuper] = [null, true];
    }

    public function stopSession(): void
    {
        [$this->asker, $this->isSuper] = [null, false];
    }

    public function probeCircles(?CircleProbe $circleProbe = null): array
    {
        return array_values(array_filter($this->teams, fn (CircleOfPeople $team): bool => in_array($this->asker, $team->userIds, true)));
    }

    public function getCircle(string $singleId, ?CircleProbe $probe = null): Circle
    {
        $team = $this->teams[$singleId] ?? null;
        if ($team === null || (!$this->isSuper && !in_array($this->asker, $team->userIds, true))) {
            throw new LogicException('Circle not found');
        }

        return $team;
    }
}
