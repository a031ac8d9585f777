<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\MemberKind;
use OCP\Collaboration\Collaborators\ISearch;
use OCP\IGroupManager;
use OCP\IUser;
use OCP\IUserManager;
use OCP\Mail\IMailer;
use OCP\Share\IShare;

/**
 * Whom rooms can be shared with. The search is Nextcloud's own, so what an administrator says about
 * finding people to share files with holds here too; `SharingRules` says it to who asks without it.
 *
 * @phpstan-type Person array{kind: string, target: string, name: string, detail?: string}
 */
class Targets
{
    private const MOST_FOUND = 10;

    private const KINDS = ['users' => MemberKind::User, 'groups' => MemberKind::Group, 'circles' => MemberKind::Team, 'emails' => MemberKind::Email];

    public function __construct(
        private readonly IUserManager $users,
        private readonly IGroupManager $groups,
        private readonly Teams $teams,
        private readonly IMailer $mailer,
        private readonly ISearch $search,
        private readonly SharingRules $rules,
        private readonly Interactions $interactions,
    ) {
    }

    /**
     * Finds people, groups and teams by what somebody types.
     *
     * @return list<Person>
     */
    public function find(string $typed): array
    {
        $types = [IShare::TYPE_USER, IShare::TYPE_GROUP, IShare::TYPE_EMAIL];
        if ($this->teams->areThere()) {
            $types[] = IShare::TYPE_CIRCLE;
        }
        /** @var array{array<string, array<string, list<array<string, mixed>>>|list<array<string, mixed>>>, bool} $answer */
        $answer = $this->search->search($typed, $types, false, self::MOST_FOUND, 0);
        $found = $answer[0];
        $people = [];
        foreach (self::KINDS as $section => $kind) {
            foreach ([...($found['exact'][$section] ?? []), ...($found[$section] ?? [])] as $each) {
                $value = is_array($each) ? $each['value'] ?? null : null;
                $target = is_array($value) ? $value['shareWith'] ?? null : null;
                if (is_array($each) && is_string($target)) {
                    $people["{$kind->value} {$target}"] = self::person($kind, $target, $each);
                }
            }
        }

        return array_values($people);
    }

    /**
     * Gives the id of somebody a room can be shared with, as Nextcloud writes it.
     *
     * @throws Problem `no_such_person`
     */
    public function verify(IUser $by, MemberKind $kind, string $target): string
    {
        $id = match ($kind) {
            MemberKind::User => $this->userFor($by, $target),
            MemberKind::Group => $this->groupFor($by, $target),
            MemberKind::Team => $this->teamFor($by, $target),
            MemberKind::Email => $this->addressFor($by, mb_strtolower(trim($target))),
        };

        return $id ?? throw Problem::invalid('no_such_person');
    }

    private function userFor(IUser $by, string $target): ?string
    {
        $user = $this->users->get($target);

        return $user !== null && $this->rules->letReachUser($by, $user) ? $user->getUID() : null;
    }

    private function groupFor(IUser $by, string $target): ?string
    {
        $group = $this->groups->get($target);

        return $group !== null && $this->rules->letReachGroup($by, $group) ? $group->getGID() : null;
    }

    private function teamFor(IUser $by, string $target): ?string
    {
        // Only who is in a team can know it.
        $isIn = in_array($target, $this->teams->idsOf($by->getUID()), true);

        return $isIn && $this->interactions->areAllowedWithTeam($by, $target) ? $target : null;
    }

    private function addressFor(IUser $by, string $target): ?string
    {
        return $this->mailer->validateMailAddress($target) && $this->interactions->areAllowedWithAddress($by, $target) ? $target : null;
    }

    /** Gives the name of somebody, as the person who asks knows them. */
    public function nameOf(IUser $asker, MemberKind $kind, string $target): string
    {
        return match ($kind) {
            MemberKind::User => $this->users->getDisplayName($target) ?? $target,
            MemberKind::Group => $this->groups->getDisplayName($target) ?? $target,
            MemberKind::Team => $this->teams->namesOf($asker->getUID())[$target] ?? $target,
            MemberKind::Email => $target,
        };
    }

    /**
     * @param array<array-key, mixed> $found
     * @return Person
     */
    private static function person(MemberKind $kind, string $target, array $found): array
    {
        $name = is_string($found['label'] ?? null) ? $found['label'] : $target;
        $detail = $found['shareWithDisplayNameUnique'] ?? $found['subline'] ?? '';

        return ['kind' => $kind->value, 'target' => $target, 'name' => $name]
            + (is_string($detail) && $detail !== '' && $detail !== $name ? ['detail' => $detail] : []);
    }
}
