<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Policies;

use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Policies\PolicyStore;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Tests\RoomTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** What an administrator decided holds on every way into a meeting. */
final class PoliciesTest extends RoomTestCase
{
    /** @param array<string, string|int|bool> $settings */
    #[DataProvider('weakened')]
    public function testATeacherCannotWeakenAPolicyOverRest(Policies $policies, array $settings, string $path): void
    {
        (new PolicyStore())->keep($policies, false);
        $id = $this->roomOf('author')->id;
        $this->actAs('author');
        foreach (['POST' => '/bluebridge/v1/rooms', 'PATCH' => "/bluebridge/v1/rooms/{$id}"] as $method => $route) {
            $reply = $this->rest($method, $route, ['title' => 'Maths', 'settings' => $settings]);
            self::assertSame([400, 'bluebridge_invalid_settings'], [$reply->get_status(), $reply->as_error()?->get_error_code()]);
            /** @var array{violations: list<array{path: string, text: string}>} $data */
            $data = $reply->as_error()?->get_error_data();
            self::assertSame([$path], array_column($data['violations'], 'path'));
            self::assertNotSame('', $data['violations'][0]['text']);
        }
    }

    /** @return iterable<string, array{Policies, array<string, string|int|bool>, string}> */
    public static function weakened(): iterable
    {
        yield 'recording' => [new Policies(mayRecord: false), ['record' => true], 'record'];
        yield 'opening' => [new Policies(mustWait: true), ['anyoneCanStart' => true], 'anyoneCanStart'];
        yield 'waiting' => [new Policies(mustWait: true), ['waitForModerator' => false], 'waitForModerator'];
        yield 'everybody a moderator' => [new Policies(mustWait: true), ['allJoinAsModerator' => true], 'allJoinAsModerator'];
        yield 'participants' => [new Policies(mostParticipants: 30), ['maxParticipants' => 31], 'maxParticipants'];
        yield 'minutes' => [new Policies(mostMinutes: 60), ['durationMinutes' => 90], 'durationMinutes'];
    }

    public function testAPolicyHoldsForRoomsThatSaidOtherwiseBefore(): void
    {
        $before = ['record' => true, 'waitForModerator' => false, 'anyoneCanStart' => true, 'maxParticipants' => 500, 'durationMinutes' => 600];
        $id = $this->roomOf('author', $before)->id;
        (new PolicyStore())->keep(new Policies(false, true, 30, 60), false);
        $room = (new RoomStore())->find($id);
        $meeting = $room?->forMeetings();
        self::assertSame([false, true, false], [$meeting?->is('record'), $meeting?->is('waitForModerator'), $meeting?->is('anyoneCanStart')]);
        self::assertSame([30, 60], [$meeting?->number('maxParticipants'), $meeting?->number('durationMinutes')]);
        // And is lifted again with the policy.
        (new PolicyStore())->keep(new Policies(), false);
        self::assertSame($before, (new RoomStore())->find($id)?->effectiveSettings());
    }

    public function testNoPluginGetsAroundAPolicyAtTheLastMoment(): void
    {
        (new PolicyStore())->keep(new Policies(mayRecord: false, mostParticipants: 30, mostMinutes: 60), false);
        $before = ['record' => true, 'autoStartRecording' => true, 'maxParticipants' => 1000, 'duration' => 0, 'name' => 'Maths'];
        add_filter('bluebridge_create_params', static fn (array $params): array => $before + $params, PHP_INT_MAX);
        $asked = [];
        add_filter('pre_http_request', static function (mixed $answer, array $arguments, string $url) use (&$asked): mixed {
            if (str_contains($url, '/api/create?')) {
                parse_str((string) parse_url($url, PHP_URL_QUERY), $asked);
            }

            return $answer;
        }, 10, 3);
        $this->meetings->enter($this->roomOf('author'), self::moderator(), true, 'https://example.org/');
        $wanted = ['record' => 'false', 'maxParticipants' => '30', 'duration' => '60', 'name' => 'Maths'];
        self::assertEquals($wanted, array_intersect_key($asked, $wanted + ['autoStartRecording' => '']));
    }

    public function testWhatWasSavedUnderAPolicyIsReadAndSavedAgain(): void
    {
        $id = $this->roomOf('author', ['record' => true, 'welcome' => 'Hello'])->id;
        (new PolicyStore())->keep(new Policies(mayRecord: false), false);
        $this->actAs('author');
        $room = (array) $this->rest('GET', "/bluebridge/v1/rooms/{$id}")->get_data();
        self::assertSame([['record' => false, 'welcome' => 'Hello'], ['record']], [self::sorted($room['settings'] ?? []), $room['locked'] ?? null]);
        $again = $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", ['settings' => (array) $room['settings']]);
        self::assertSame(200, $again->get_status());
        self::assertTrue((new RoomStore())->find($id)?->settings['record'] ?? null, 'the teacher\'s own word is kept below the lock');
    }

    public function testTheStricterOfSiteAndNetworkWins(): void
    {
        $site = new Policies(true, true, 0, 90, ['author' => 5, 'editor' => 9]);
        $both = $site->and(new Policies(false, false, 40, 60, ['author' => 8, 'contributor' => 1]));
        self::assertEquals(new Policies(false, true, 40, 60, ['author' => 5, 'editor' => 9, 'contributor' => 1]), $both);
    }

    public function testANetworksPolicyHoldsOnItsSites(): void
    {
        (new PolicyStore())->keep(new Policies(mayRecord: false), true);
        self::assertSame(!is_multisite(), Policies::current()->mayRecord);
    }

    /** @return array<array-key, mixed> */
    private static function sorted(mixed $settings): array
    {
        $values = (array) $settings;
        ksort($values);

        return $values;
    }
}
