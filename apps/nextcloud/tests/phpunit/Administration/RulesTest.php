<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Administration;

use OCA\Bluebridge\Server\ServerRoutes;
use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Tests\AppTestCase;
use OCP\Group\Events\GroupDeletedEvent;

/** What an administrator says about all rooms, in the API. */
final class RulesTest extends AppTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        $bob = $this->host->people->add('bob');
        $this->host->groups->add('class', $bob);
        $this->host->groups->add('staff', $this->host->people->add('carol'), $bob);
    }

    public function testAQuotaThatIsSaidCounts(): void
    {
        $this->say([['group' => '', 'rooms' => 0], ['group' => 'class', 'rooms' => 1]]);
        self::assertSame('may_not_create', $this->dataOf($this->as('alice')->api('POST', 'rooms', ['name' => 'Physics']))['code']);
        self::assertSame(201, $this->as('bob')->api('POST', 'rooms', ['name' => 'Physics'])->getStatus());
    }

    public function testGroupsThatMayNotRecordOrInviteGuestsCannot(): void
    {
        $room = $this->roomOf('carol');
        $this->as('carol')->api('PATCH', "rooms/{$room}", ['settings' => ['guestsAllowed' => true, 'record' => true]]);
        $this->say([['group' => 'staff', 'mayRecord' => false, 'mayInviteGuests' => false]]);
        self::assertFalse($this->dataOf($this->as('carol')->api('GET', "rooms/{$room}/access"))['isPublic']);
        $refused = $this->as('carol')->api('PATCH', "rooms/{$room}", ['settings' => ['record' => true]]);
        self::assertSame('settings_invalid', $this->dataOf($refused)['code']);
        // Everybody else is not touched by it.
        $other = $this->roomOf('alice');
        self::assertSame(200, $this->as('alice')->api('PATCH', "rooms/{$other}", ['settings' => ['record' => true]])->getStatus());
    }

    public function testWhoIsInTwoGroupsMayWhatOneOfThemAllows(): void
    {
        $this->say([['group' => 'staff', 'mayRecord' => false, 'mostPeople' => 10], ['group' => 'class', 'mostPeople' => 20]]);
        $room = $this->roomOf('bob');
        self::assertSame(200, $this->as('bob')->api('PATCH', "rooms/{$room}", ['settings' => ['record' => true, 'maxParticipants' => 20]])->getStatus());
        self::assertSame(400, $this->as('bob')->api('PATCH', "rooms/{$room}", ['settings' => ['maxParticipants' => 21]])->getStatus());
    }

    public function testTheFormSaysHowManyPeopleThereMayBe(): void
    {
        $this->say([['group' => '', 'mostPeople' => 12]]);
        $room = $this->roomOf('alice');
        $form = json_encode($this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/form")), JSON_THROW_ON_ERROR);
        self::assertMatchesRegularExpression('/"max":12,"name":"maxParticipants"/', $form);
    }

    public function testRulesThatMakeNoSenseAreRefused(): void
    {
        $wrong = [
            [['group' => 'nobody', 'rooms' => 1]], [['group' => 'class'], ['group' => 'class']], [['rooms' => 1]],
            [['group' => 'class', 'rooms' => -2]], [['group' => 'class', 'rooms' => '1']], [['group' => 'class', 'mayRecord' => 'no']], ['class'],
        ];
        foreach ($wrong as $groups) {
            $response = $this->as('admin')->api('PUT', 'admin/rules/groups', ['groups' => $groups]);
            self::assertSame('rule_invalid', $this->dataOf($response)['code']);
        }
    }

    public function testAPresetIsMadeChangedAndTakenAway(): void
    {
        $preset = ['name' => 'Pupils', 'settings' => ['muteOnStart' => true], 'locks' => ['record' => false], 'groups' => ['class']];
        $made = $this->as('admin')->api('POST', 'admin/rules/presets', $preset);
        self::assertSame(201, $made->getStatus());
        $id = $this->presetIn($this->dataOf($made))['id'];
        self::assertIsString($id);
        $room = $this->dataOf($this->as('bob')->api('POST', 'rooms', ['name' => 'Homework']));
        self::assertSame($id, $room['preset']);
        self::assertIsInt($room['id'] ?? null);
        self::assertSame(400, $this->as('bob')->api('PATCH', "rooms/{$room['id']}", ['settings' => ['record' => true]])->getStatus());
        $changed = $this->dataOf($this->as('admin')->api('PUT', "admin/rules/presets/{$id}", ['locks' => []] + $preset));
        self::assertEquals((object) [], $this->presetIn($changed)['locks']);
        self::assertSame(200, $this->as('bob')->api('PATCH', "rooms/{$room['id']}", ['settings' => ['record' => true]])->getStatus());
        self::assertSame([], $this->dataOf($this->as('admin')->api('DELETE', "admin/rules/presets/{$id}"))['presets']);
        self::assertSame(404, $this->as('admin')->api('PUT', "admin/rules/presets/{$id}", $preset)->getStatus());
    }

    public function testAPresetSaysNothingThatRoomsMustSayThemselves(): void
    {
        foreach ([['name' => 'x'], ['hasViewerCode' => true], ['opensAt' => 1], ['unheardOf' => true], ['maxParticipants' => 'many']] as $settings) {
            $response = $this->as('admin')->api('POST', 'admin/rules/presets', ['name' => 'Pupils', 'settings' => $settings]);
            self::assertSame('settings_invalid', $this->dataOf($response)['code']);
        }
        $named = $this->as('admin')->api('POST', 'admin/rules/presets', ['name' => '', 'groups' => []]);
        self::assertSame('preset_invalid', $this->dataOf($named)['code']);
    }

    public function testWhatIsFixedForAllHoldsAtOnce(): void
    {
        $room = $this->roomOf('alice');
        self::assertSame([], $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/access"))['locked']);
        $rules = $this->dataOf($this->as('admin')->api('PUT', 'admin/rules/locks', ['locks' => ['guestsAllowed' => false]]));
        self::assertSame(['isPublic'], $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/access"))['locked']);
        self::assertEquals((object) ['guestsAllowed' => false], $rules['locks']);
        self::assertSame(400, $this->as('alice')->api('PATCH', "rooms/{$room}/access", ['isPublic' => true])->getStatus());
    }

    public function testAGroupThatIsGoneTakesWhatWasSaidOfItAlong(): void
    {
        $this->sayOfClass();
        $this->delete('class');
        self::assertSame([''], array_column($this->rowsOf('groups'), 'group'));
        self::assertSame([], $this->host->container->get(ServerRoutes::class)->all());
        // One that was made anew with the same name has nothing of the old one.
        $this->host->groups->add('class', $this->host->people->add('bob'));
        self::assertSame(201, $this->as('bob')->api('POST', 'rooms', ['name' => 'Physics'])->getStatus());
    }

    public function testAPresetOfAGroupThatIsGoneIsNotForEverybody(): void
    {
        $this->sayOfClass();
        $this->delete('class');
        $offered = array_column($this->rowsOf('presets'), 'groups', 'name');
        self::assertSame(['class'], array_column((array) $offered['Pupils'], 'id'));
        self::assertSame(['staff'], array_column((array) $offered['Both'], 'id'));
        $room = $this->dataOf($this->as('alice')->api('POST', 'rooms', ['name' => 'Physics']));
        self::assertSame('', $room['preset']);
    }

    public function testWhatIsShownCanBeSavedEvenWhereAGroupWentUnnoticed(): void
    {
        $this->sayOfClass();
        $this->host->groups->remove('class');
        self::assertSame(200, $this->as('admin')->api('PUT', 'admin/rules/groups', ['groups' => $this->rowsOf('groups')])->getStatus());
        foreach ($this->rowsOf('presets') as $preset) {
            self::assertIsArray($preset);
            self::assertIsString($preset['id']);
            $same = ['groups' => array_column((array) $preset['groups'], 'id'), 'name' => 'Renamed'];
            self::assertSame(200, $this->as('admin')->api('PUT', "admin/rules/presets/{$preset['id']}", $same)->getStatus());
        }
        $routes = $this->dataOf($this->as('admin')->api('GET', 'admin/servers'))['routes'];
        self::assertSame([['group' => 'class', 'groupName' => 'class', 'server' => ServerSettingsStore::USUAL]], $routes);
        self::assertSame(200, $this->as('admin')->api('PUT', 'admin/routes', ['routes' => $routes])->getStatus());
        // A group that nobody ever chose is still none.
        self::assertSame(400, $this->as('admin')->api('PUT', 'admin/rules/groups', ['groups' => [['group' => 'nobody']]])->getStatus());
    }

    private function sayOfClass(): void
    {
        $this->say([['group' => 'class', 'rooms' => 0, 'mayRecord' => false]]);
        foreach (['Pupils' => ['class'], 'Both' => ['class', 'staff']] as $name => $groups) {
            $this->as('admin')->api('POST', 'admin/rules/presets', ['name' => $name, 'groups' => $groups]);
        }
        $this->host->container->get(ServerSettingsStore::class)->write(new ServerSettings('https://bbb.example.org/bigbluebutton/', 'secret'));
        $this->host->container->get(ServerRoutes::class)->keep([['group' => 'class', 'server' => ServerSettingsStore::USUAL]]);
    }

    private function delete(string $group): void
    {
        $gone = $this->host->groups->get($group);
        self::assertNotNull($gone);
        $this->host->groups->remove($group);
        $this->host->container->forgetApp();
        $this->host->events->dispatchTyped(new GroupDeletedEvent($gone));
        $this->host->container->forgetApp();
    }

    /** @return list<mixed> */
    private function rowsOf(string $part): array
    {
        $rows = $this->dataOf($this->as('admin')->api('GET', 'admin/rules'))[$part];
        self::assertIsArray($rows);

        return array_values($rows);
    }

    /** @param list<array<string, mixed>> $groups */
    private function say(array $groups): void
    {
        self::assertSame(200, $this->as('admin')->api('PUT', 'admin/rules/groups', ['groups' => $groups])->getStatus());
    }

    /**
     * @param array<array-key, mixed> $rules
     * @return array<array-key, mixed>
     */
    private function presetIn(array $rules): array
    {
        self::assertIsArray($rules['presets']);
        self::assertIsArray($rules['presets'][0] ?? null);

        return $rules['presets'][0];
    }
}
