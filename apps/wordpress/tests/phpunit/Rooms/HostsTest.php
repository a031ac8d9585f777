<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Rooms;

use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Policies\PolicyStore;
use Bluebridge\WordPress\Rooms\Hosts;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Tests\RoomTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Co-hosts: they lead a room and own nothing of it. */
final class HostsTest extends RoomTestCase
{
    public function testACoHostLeadsAndCanNeitherChangeNorDelete(): void
    {
        $id = $this->roomOf('author')->id;
        (new Hosts([$this->person('colleague')->ID]))->keepFor($id);
        $can = fn (string $right): bool => user_can($this->person('colleague'), $right, $id);
        self::assertSame([true, true], [$can(Rights::LEAD), $can(Rights::SEE)]);
        self::assertSame([false, false], [$can('edit_post'), $can('delete_post')]);
    }

    /**
     * @param array<string, mixed> $parameters
     */
    #[DataProvider('routes')]
    public function testEveryRouteOfARoomAnswersACoHost(string $method, string $path, array $parameters, int $status): void
    {
        $id = $this->roomOf('author', [], 'draft')->id;
        (new Hosts([$this->person('colleague')->ID]))->keepFor($id);
        $this->actAs('colleague');
        self::assertSame($status, $this->rest($method, "/bluebridge/v1/rooms/{$id}{$path}", $parameters)->get_status());
    }

    /** @return iterable<string, array{string, string, array<string, mixed>, int}> */
    public static function routes(): iterable
    {
        yield 'read' => ['GET', '', [], 200];
        yield 'status' => ['GET', '/status', [], 200];
        yield 'start' => ['POST', '/start', [], 200];
        yield 'join' => ['POST', '/join', [], 200];
        yield 'form' => ['GET', '/form', [], 403];
        yield 'change' => ['PATCH', '', ['title' => 'Mine'], 403];
        yield 'hand over' => ['PATCH', '', ['author' => 1], 403];
        yield 'make co-hosts' => ['PATCH', '', ['hosts' => ['users' => [], 'roles' => ['subscriber']]], 403];
        yield 'delete' => ['DELETE', '', [], 403];
        yield 'delete for good' => ['DELETE', '', ['force' => true], 403];
    }

    public function testARoleMakesCoHosts(): void
    {
        $id = $this->roomOf('author')->id;
        self::assertFalse(user_can($this->person('contributor'), Rights::LEAD, $id));
        (new Hosts([], ['contributor']))->keepFor($id);
        self::assertTrue(user_can($this->person('contributor'), Rights::LEAD, $id));
        self::assertFalse(user_can($this->person('subscriber'), Rights::LEAD, $id));
    }

    public function testWherePeopleMustWaitNotAllReadersBecomeModerators(): void
    {
        $id = $this->roomOf('author')->id;
        (new Hosts([], ['subscriber', 'contributor']))->keepFor($id);
        self::assertTrue(user_can($this->person('subscriber'), Rights::LEAD, $id));
        (new PolicyStore())->keep(new Policies(mustWait: true), false);
        self::assertFalse(user_can($this->person('subscriber'), Rights::LEAD, $id));
        self::assertTrue(user_can($this->person('contributor'), Rights::LEAD, $id));
    }

    public function testCoHostsAreNamedOverRest(): void
    {
        $id = $this->roomOf('author')->id;
        $colleague = $this->person('colleague');
        $this->actAs('author');
        $hosts = ['users' => [$colleague->ID], 'roles' => ['editor']];
        $reply = (array) $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", ['hosts' => $hosts])->get_data();
        $named = [['id' => $colleague->ID, 'name' => $colleague->display_name]];
        self::assertSame(['users' => $named, 'roles' => ['editor']], $reply['hosts'] ?? null);
        $reply = (array) $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", ['title' => 'Physics'])->get_data();
        self::assertSame(['users' => $named, 'roles' => ['editor']], $reply['hosts'] ?? null);
    }

    /** Otherwise an author could find out by their numbers who has an account. */
    public function testPeopleWithoutRoomsAreNamedByThoseOnlyWhoMaySeeThem(): void
    {
        $id = $this->roomOf('author')->id;
        $hosts = static fn (int $user): array => ['hosts' => ['users' => [$user], 'roles' => []]];
        $name = fn (int $user): int => $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", $hosts($user))->get_status();
        $subscriber = $this->person('subscriber')->ID;
        $this->actAs('author');
        self::assertSame([400, 400], [$name($subscriber), $name(999_999)]);
        $this->actAs('admin');
        self::assertSame(200, $name($subscriber));
    }

    public function testAnAuthorFindsThoseWhoMayHaveRoomsAndAnAdministratorEverybody(): void
    {
        $find = fn (): array => array_column((array) $this->rest('GET', '/bluebridge/v1/people', ['search' => 'ri'])->get_data(), 'id');
        $subscriber = $this->person('subscriber');
        wp_update_user(['ID' => $subscriber->ID, 'display_name' => 'Rita']);
        wp_update_user(['ID' => $this->person('colleague')->ID, 'display_name' => 'Henri']);
        $this->actAs('author');
        self::assertNotContains($subscriber->ID, $find());
        self::assertContains($this->person('colleague')->ID, $find());
        $this->actAs('admin');
        self::assertContains($subscriber->ID, $find());
    }

    public function testARoomIsAmongThoseThatACoHostLeads(): void
    {
        $own = $this->roomOf('colleague', title: 'Own')->id;
        $byUser = $this->roomOf('author', title: 'By user')->id;
        $byRole = $this->roomOf('author', title: 'By role')->id;
        $this->roomOf('author', title: 'Of somebody else');
        (new Hosts([$this->person('colleague')->ID]))->keepFor($byUser);
        (new Hosts([], array_values($this->person('colleague')->roles)))->keepFor($byRole);
        $rooms = (new RoomStore())->ledBy($this->person('colleague'), 10);
        self::assertSame([$byRole, $byUser, $own], array_column($rooms, 'id'));
    }

    public function testTheListToChooseFromHasTheRoomsOfCoHosts(): void
    {
        $own = $this->roomOf('colleague', title: 'Own')->id;
        $byUser = $this->roomOf('author', title: 'By user')->id;
        $byRole = $this->roomOf('author', [], 'draft', 'By role')->id;
        $this->roomOf('author', title: 'Of somebody else');
        (new Hosts([$this->person('colleague')->ID]))->keepFor($byUser);
        (new Hosts([], array_values($this->person('colleague')->roles)))->keepFor($byRole);
        $this->actAs('colleague');
        $list = $this->rest('GET', '/bluebridge/v1/rooms', ['per_page' => 2]);
        self::assertSame(['3', '2'], [$list->get_headers()['X-WP-Total'] ?? '', $list->get_headers()['X-WP-TotalPages'] ?? '']);
        $all = (array) $this->rest('GET', '/bluebridge/v1/rooms')->get_data();
        self::assertSame([$byRole, $byUser, $own], array_column($all, 'id'));
        self::assertSame([false, false, true], array_column($all, 'mayChange'));
        $found = (array) $this->rest('GET', '/bluebridge/v1/rooms', ['search' => 'user'])->get_data();
        self::assertSame([$byUser], array_column($found, 'id'));
    }

    public function testWithAnAccountGoesThatSomebodyWasACoHost(): void
    {
        $user = wp_insert_user(['user_login' => 'leaver', 'user_pass' => 'password', 'role' => 'author']);
        self::assertIsInt($user);
        $id = $this->roomOf('author', title: 'Maths')->id;
        (new Hosts([$user, $this->person('colleague')->ID]))->keepFor($id);
        $told = (array) apply_filters('bluebridge_personal_data', [], get_userdata($user));
        self::assertSame(['bluebridge-hosts'], array_column($told, 'group_id'));
        do_action('deleted_user', $user, null, get_userdata($user));
        self::assertSame([$this->person('colleague')->ID], Hosts::of($id)->users);
    }

    public function testWhoMayHandTheRoomOverIsTold(): void
    {
        $id = $this->roomOf('author')->id;
        (new Hosts([$this->person('colleague')->ID]))->keepFor($id);
        foreach (['author' => true, 'editor' => true, 'colleague' => false] as $login => $may) {
            $this->actAs($login);
            $room = (array) $this->rest('GET', "/bluebridge/v1/rooms/{$id}")->get_data();
            $name = $this->person('author')->display_name;
            self::assertSame([$may, $name], [$room['mayHandOver'] ?? null, $room['authorName'] ?? null], $login);
        }
    }

    public function testTheOwnerHandsTheRoomOver(): void
    {
        $id = $this->roomOf('author')->id;
        $colleague = $this->person('colleague')->ID;
        $this->actAs('author');
        $reply = (array) $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", ['author' => $colleague])->get_data();
        self::assertSame([$colleague, false], [$reply['author'] ?? null, $reply['mayChange'] ?? null]);
        $this->actAs('colleague');
        $toNobody = $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", ['author' => $this->person('subscriber')->ID]);
        self::assertSame(400, $toNobody->get_status());
    }
}
