<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCP\IGroup;
use OCP\Interaction\Actions\ShareAction;
use OCP\Interaction\Receivers\CircleReceiver;
use OCP\Interaction\Receivers\EmailReceiver;
use OCP\Interaction\Receivers\GroupReceiver;
use OCP\Interaction\Receivers\UserReceiver;
use OCP\Interaction\RestrictInteractionEvent;
use OCP\IUser;

/**
 * Asks the rest of Nextcloud whether somebody may be reached: since 34.0.2 other apps can forbid it.
 * Older ones have nobody to ask, and what they forbid is in `SharingRules`.
 */
class Interactions
{
    /** @param IUser|IGroup $with an account or a group */
    public function areAllowed(IUser $by, IUser|IGroup $with): bool
    {
        return !self::canAsk() || self::ask($by, $with instanceof IUser
            ? new UserReceiver($with->getUID(), $with)
            : new GroupReceiver($with->getGID(), $with));
    }

    public function areAllowedWithAddress(IUser $by, string $address): bool
    {
        return !self::canAsk() || self::ask($by, new EmailReceiver($address));
    }

    public function areAllowedWithTeam(IUser $by, string $team): bool
    {
        return !self::canAsk() || self::ask($by, new CircleReceiver($team));
    }

    private static function ask(IUser $by, UserReceiver|GroupReceiver|EmailReceiver|CircleReceiver $with): bool
    {
        return (new RestrictInteractionEvent($by->getUID(), $by, [], new ShareAction(), [$with]))->isInteractionRestricted() === false;
    }

    /** A first form of the event, which took one receiver, was in no release that can be relied on. */
    private static function canAsk(): bool
    {
        return class_exists(RestrictInteractionEvent::class) && self::has(RestrictInteractionEvent::class, 'receivers');
    }

    private static function has(string $class, string $property): bool
    {
        return property_exists($class, $property);
    }
}
