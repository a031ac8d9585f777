<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Calendar;

use OCA\Bluebridge\Model\MemberKind;
use OCA\Bluebridge\Service\SharingRules;
use OCA\Bluebridge\Service\Targets;
use OCA\Bluebridge\Service\Teams;
use OCP\Accounts\IAccountManager;
use OCP\IGroupManager;
use OCP\IUser;
use OCP\IUserManager;

/**
 * Whom an invitation to a session goes to, each once. The event is in the calendar of whoever plans it,
 * who reads there whatever address it has: so it has only those that Nextcloud shows them anyway. The
 * others are told by a notification, and so are all where whoever plans it has no address to invite from.
 *
 * @phpstan-type Chosen array{addresses: array<string, string>, users: list<string>, missed: int}
 */
class Invited
{
    private const MOST = 100;

    public function __construct(
        private readonly Targets $targets,
        private readonly SharingRules $rules,
        private readonly IUserManager $users,
        private readonly IGroupManager $groups,
        private readonly IAccountManager $accounts,
        private readonly Teams $teams,
    ) {
    }

    /**
     * Finds the people somebody chose.
     *
     * @param array<array-key, mixed> $chosen each a kind and a target
     * @return Chosen names by address, the ids of those who are told here, and how many addresses cannot be written to
     * @throws \OCA\Bluebridge\Exception\Problem `no_such_person`
     */
    public function among(IUser $by, array $chosen): array
    {
        $own = $by->getEMailAddress() ?? '';
        [$addresses, $users] = [[], []];
        foreach (array_slice($chosen, 0, self::MOST) as $person) {
            $kind = is_array($person) && is_string($person['kind'] ?? null) ? MemberKind::tryFrom($person['kind']) : null;
            $target = is_array($person) && is_string($person['target'] ?? null) ? $person['target'] : '';
            $target = $kind === null ? '' : $this->targets->verify($by, $kind, $target);
            if ($kind === MemberKind::Email) {
                $addresses[$target] = $target;
            }
            foreach ($kind === null ? [] : $this->accountsOf($kind, $target) as $user) {
                $address = $own === '' ? null : $this->addressFor($by, $user);
                if ($address === null) {
                    $users[$user->getUID()] = true;
                } else {
                    $addresses += [$address => $user->getDisplayName()];
                }
            }
        }
        unset($addresses[$own], $users[$by->getUID()]);

        return [
            'addresses' => $own === '' ? [] : array_slice($addresses, 0, self::MOST),
            'users' => array_map(strval(...), array_slice(array_keys($users), 0, self::MOST)),
            'missed' => $own === '' ? count($addresses) : 0,
        ];
    }

    /** @return list<IUser> */
    private function accountsOf(MemberKind $kind, string $target): array
    {
        return match ($kind) {
            MemberKind::User => array_values(array_filter([$this->users->get($target)])),
            MemberKind::Group => array_values(array_slice($this->groups->get($target)?->getUsers() ?? [], 0, self::MOST)),
            MemberKind::Team => array_values(array_filter(array_map($this->users->get(...), array_slice($this->teams->peopleOf($target), 0, self::MOST)))),
            MemberKind::Email => [],
        };
    }

    /** Gives the address of an account as far as somebody may see it; null where there is none for them. */
    private function addressFor(IUser $by, IUser $user): ?string
    {
        $property = $this->accounts->getAccount($user)->getProperty(IAccountManager::PROPERTY_EMAIL);
        $isSeen = $property->getScope() !== IAccountManager::SCOPE_PRIVATE && $this->rules->letFind($by, $user);

        return $isSeen && $property->getValue() !== '' ? $property->getValue() : null;
    }
}
