<?php

declare(strict_types=1);

// What this app uses of other apps: for static analysis, and for the tests' own versions of them.

namespace OCA\Circles\Model {
    class FederatedUser
    {
    }

    class Member
    {
        public const TYPE_USER = 1;

        public const TYPE_GROUP = 2;

        public const STATUS_MEMBER = 'Member';

        public function getUserId(): string
        {
            return '';
        }

        public function getUserType(): int
        {
            return 0;
        }

        public function getStatus(): string
        {
            return '';
        }

        public function isLocal(): bool
        {
            return false;
        }
    }

    class Circle
    {
        public function getSingleId(): string
        {
            return '';
        }

        public function getDisplayName(): string
        {
            return '';
        }

        /** @return list<Member> */
        public function getInheritedMembers(bool $detailed = false, bool $remote = false): array
        {
            return [];
        }
    }
}

namespace OCA\Circles\Events {
    use OCA\Circles\Model\Circle;
    use OCP\EventDispatcher\Event;

    class DestroyingCircleEvent extends Event
    {
        public function getCircle(): Circle
        {
            return new Circle();
        }
    }
}

namespace OCA\DAV\Events {
    use OCP\EventDispatcher\Event;

    class CalendarDeletedEvent extends Event
    {
        /** @return array<string, mixed> */
        public function getCalendarData(): array
        {
            return [];
        }
    }

    class CalendarMovedToTrashEvent extends Event
    {
        /** @return array<string, mixed> */
        public function getCalendarData(): array
        {
            return [];
        }
    }

    class CalendarRestoredEvent extends Event
    {
        /** @return array<string, mixed> */
        public function getCalendarData(): array
        {
            return [];
        }
    }
}

namespace OCA\Circles\Model\Probes {
    class CircleProbe
    {
        public function mustBeMember(bool $must = true): self
        {
            return $this;
        }
    }
}

namespace OCA\Circles {
    use OCA\Circles\Model\Circle;
    use OCA\Circles\Model\FederatedUser;
    use OCA\Circles\Model\Probes\CircleProbe;

    class CirclesManager
    {
        public function getLocalFederatedUser(string $userId): FederatedUser
        {
            return new FederatedUser();
        }

        public function startSession(?FederatedUser $federatedUser = null, bool $forceSync = false): void
        {
        }

        public function startSuperSession(bool $forceSync = false): void
        {
        }

        public function stopSession(): void
        {
        }

        public function getCircle(string $singleId, ?CircleProbe $probe = null): Circle
        {
            return new Circle();
        }

        /** @return list<Circle> */
        public function probeCircles(?CircleProbe $circleProbe = null): array
        {
            return [];
        }
    }
}

namespace OCA\Files\Event {
    use OCP\EventDispatcher\Event;

    class LoadAdditionalScriptsEvent extends Event
    {
    }
}
