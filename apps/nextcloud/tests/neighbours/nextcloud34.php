<?php

declare(strict_types=1);

// What this app uses of Nextcloud since 34.0.2, for static analysis and for the test of it. The release
// that `tests/ocp` stands for has none of it.

namespace OCP\Interaction {
    use OCP\EventDispatcher\Event;
    use OCP\IUser;

    interface InteractionAction
    {
    }

    interface InteractionReceiver
    {
        public function getID(): ?string;
    }

    final class RestrictInteractionEvent extends Event
    {
        /** @var list<self> what was asked */
        public static array $asked = [];

        /** @var list<string> ids of those whom an app lets nobody reach */
        public static array $forbidden = [];

        /**
         * @param list<object> $resources
         * @param list<InteractionReceiver> $receivers
         */
        public function __construct(
            public readonly string $userId,
            public readonly ?IUser $user,
            public readonly array $resources,
            public readonly ?InteractionAction $action,
            public readonly array $receivers,
        ) {
            parent::__construct();
        }

        public function isInteractionRestricted(): false|string
        {
            self::$asked[] = $this;
            $ids = array_map(static fn (InteractionReceiver $each): ?string => $each->getID(), $this->receivers);

            return array_intersect($ids, self::$forbidden) === [] ? false : 'Not them.';
        }
    }
}

namespace OCP\Interaction\Actions {
    use OCP\Interaction\InteractionAction;

    final class ShareAction implements InteractionAction
    {
    }
}

namespace OCP\Interaction\Receivers {
    use OCP\IGroup;
    use OCP\Interaction\InteractionReceiver;
    use OCP\IUser;

    final class UserReceiver implements InteractionReceiver
    {
        public function __construct(public readonly string $userId, public readonly ?IUser $user = null)
        {
        }

        public function getID(): string
        {
            return $this->userId;
        }
    }

    final class GroupReceiver implements InteractionReceiver
    {
        public function __construct(public readonly string $groupId, public readonly ?IGroup $group = null)
        {
        }

        public function getID(): string
        {
            return $this->groupId;
        }
    }

    final class EmailReceiver implements InteractionReceiver
    {
        public function __construct(public readonly string $email)
        {
        }

        public function getID(): string
        {
            return $this->email;
        }
    }

    final class CircleReceiver implements InteractionReceiver
    {
        public function __construct(public readonly string $circleId)
        {
        }

        public function getID(): string
        {
            return $this->circleId;
        }
    }
}
