<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Hooks;

use Bluebridge\WordPress\Hooks\HookDesk;
use Bluebridge\WordPress\Hooks\Hooks;
use Bluebridge\WordPress\Tests\HosterTestCase;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;

final class HookDeskTest extends HosterTestCase
{
    private const HOOK = '/bluebridge/v1/callbacks/hook';

    protected function setUp(): void
    {
        parent::setUp();
        $this->say('BLUEBRIDGE_CALLBACKS', 'yes');
    }

    public function testAnAddressIsRegisteredForTheOneMeetingAndRemovedAfterItsEnd(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $this->seats->hookDesk()->register($room);
        $hook = (new Hooks())->ofMeeting($room->meetingID)[0] ?? null;
        self::assertNotSame('', $hook?->hookID);
        self::assertCount(1, $this->listed($room->meetingID));
        $this->passMinutes(31);
        for ($looks = 0; $looks < 4; $looks++) {
            $this->seats->endDue()->run(0);
            $this->passMs(6_000);
        }
        self::assertCount(1, $this->callsOf('hooks/destroy'));
        self::assertSame([], (new Hooks())->ofMeeting($room->meetingID));
    }

    public function testAnAddressWhoseRegistrationWasNeverAnsweredIsFoundAndRemoved(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $this->loseAnswerOf('hooks/create');
        $this->seats->hookDesk()->register($room);
        self::assertCount(1, $this->listed($room->meetingID));
        $this->seats->hookDesk()->removeDue();
        self::assertSame([], $this->listed($room->meetingID));
    }

    public function testAServerWithoutWebhooksIsLeftAlone(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $this->traffic->answerCall('hooks/create', '<html>not here</html>');
        $this->seats->hookDesk()->register($room);
        $this->seats->hookDesk()->register($room);
        self::assertCount(1, $this->callsOf('hooks/create'));
    }

    public function testNothingIsRegisteredWhereTheServerCannotReachUsOrHasNoSuchCall(): void
    {
        $room = $this->roomFor(20, 30);
        $this->say('BLUEBRIDGE_CALLBACKS', 'no');
        $this->seats->hookDesk()->register($room);
        $this->say('BLUEBRIDGE_CALLBACKS', 'yes');
        $this->say('BLUEBRIDGE_DIALECT', 'scalelite');
        (new \Bluebridge\WordPress\Services(__FILE__))->seats()->hookDesk()->register($room);
        self::assertSame([], $this->callsOf('hooks/create'));
    }

    public function testWhoeverOpensARoomDoesNotWaitForTheRegistration(): void
    {
        $this->openRoom($this->roomFor(20, 30));
        self::assertSame([], $this->callsOf('hooks/create'));
        remove_action('shutdown', 'wp_ob_end_flush_all', 1);
        do_action('shutdown');
        self::assertCount(1, $this->callsOf('hooks/create'));
    }

    public function testWhereEventsArriveTheServerIsAskedOnceAMinuteHoweverManyWait(): void
    {
        $room = $this->roomFor(20, 300);
        $this->openRoom($room);
        $this->infos->lookOn($room->meetingID, true);
        $this->seats->hookDesk()->heard($room->id, $room->meetingID, false);
        $this->clock->sleep(10_000);
        $this->infos->lookOn($room->meetingID, true);
        $this->traffic->forget();
        for ($ms = 0; $ms < 120_000; $ms += 1_000) {
            $this->infos->lookOn($room->meetingID, true);
            $this->clock->sleep(1_000);
        }
        $calls = count($this->callsOf('getMeetingInfo'));
        fwrite(STDOUT, "\nFigure: calls in two minutes for a room that people wait at, with webhooks: {$calls}.\n");
        self::assertLessThanOrEqual(2, $calls);
    }

    public function testAnEventIsAReasonToAskAtOnce(): void
    {
        $room = $this->roomFor(20, 300);
        $this->openRoom($room);
        $this->seats->hookDesk()->heard($room->id, $room->meetingID, false);
        $this->clock->sleep(10_000);
        $this->infos->lookOn($room->meetingID, true);
        $this->traffic->forget();
        $this->clock->sleep(6_000);
        $this->infos->lookOn($room->meetingID, true);
        self::assertSame([], $this->traffic->calls());
        $this->seats->hookDesk()->heard($room->id, $room->meetingID, false);
        $this->infos->lookOn($room->meetingID, true);
        self::assertSame(['getMeetingInfo'], $this->traffic->calls());
    }

    public function testAChangeThatNoEventToldBringsBackTheUsualPace(): void
    {
        $room = $this->roomFor(20, 300);
        $this->openRoom($room);
        $this->seats->hookDesk()->heard($room->id, $room->meetingID, false);
        $this->clock->sleep(10_000);
        $this->infos->lookOn($room->meetingID, true);
        $this->clock->sleep(10_000);
        $this->join($room);
        $this->clock->sleep(60_000);
        $this->infos->lookOn($room->meetingID, true);
        self::assertGreaterThan(0, $this->watches->read($room->meetingID)->missedAt);
        $this->traffic->forget();
        for ($ms = 0; $ms < 60_000; $ms += 1_000) {
            $this->clock->sleep(1_000);
            $this->infos->lookOn($room->meetingID, true);
        }
        self::assertGreaterThan(8, count($this->traffic->calls()));
    }

    public function testAGenuineEventIsTakenAndAForgedOneIsNot(): void
    {
        $room = $this->roomFor(20, 30);
        $token = str_repeat('ab', 32);
        $account = $this->seats->accounts()->of($room->meetingID);
        (new Hooks())->plan($account->key, $room->id, $room->meetingID, $token, 1, PHP_INT_MAX >> 1);
        self::assertSame(200, $this->deliver($token, $room->meetingID, $account->settings->secret));
        self::assertGreaterThan(0, $this->watches->read($room->meetingID)->heardAt);
        $this->watches->silence($room->meetingID);
        self::assertSame(403, $this->deliver($token, $room->meetingID, 'another secret'));
        self::assertSame(404, $this->deliver(str_repeat('cd', 32), $room->meetingID, $account->settings->secret));
        self::assertSame(200, $this->deliver($token, 'another meeting', $account->settings->secret));
        self::assertSame(0, $this->watches->read($room->meetingID)->heardAt);
    }

    public function testOldDeliveriesAreNotTakenAgain(): void
    {
        $room = $this->roomFor(20, 30);
        $token = str_repeat('ab', 32);
        $account = $this->seats->accounts()->of($room->meetingID);
        (new Hooks())->plan($account->key, $room->id, $room->meetingID, $token, 1, PHP_INT_MAX >> 1);
        self::assertSame(403, $this->deliver($token, $room->meetingID, $account->settings->secret, 11 * 60_000));
    }

    public function testTheServerTellsOfTheEndAtAnAddressThatNobodyElseCanMake(): void
    {
        $room = $this->roomFor(20, 30);
        $params = apply_filters('bluebridge_create_params', ['meetingID' => $room->meetingID], $room->id);
        $address = is_array($params) && is_string($params['meta_endCallbackUrl'] ?? null) ? $params['meta_endCallbackUrl'] : '';
        parse_str((string) parse_url($address, PHP_URL_QUERY), $query);
        unset($query['rest_route']);
        /** @var array<string, string> $query */
        $ended = '/bluebridge/v1/callbacks/meeting-ended';
        self::assertSame(403, $this->rest('GET', $ended, ['mac' => strrev($query['mac'] ?? '')] + $query)->get_status());
        self::assertSame(403, $this->rest('GET', $ended, ['room' => '1'] + $query)->get_status());
        self::assertSame(0, $this->watches->read($room->meetingID)->heardAt);
        self::assertSame(200, $this->rest('GET', $ended, $query + ['recordingmarks' => 'false'])->get_status());
        self::assertGreaterThan(0, $this->watches->read($room->meetingID)->heardAt);
    }

    public function testTokensAreKeptAsHashesOnly(): void
    {
        $token = str_repeat('ab', 32);
        (new Hooks())->plan('account', 1, 'bb-1', $token, 1, 2);
        $rows = \Bluebridge\WordPress\Tests\Database::column('SELECT token_hash FROM ' . Hooks::table());
        self::assertNotSame([], $rows);
        self::assertNotContains($token, $rows);
        self::assertSame(1, (new Hooks())->byToken($token)?->roomId);
    }

    /** Delivers an event as the server does; answers the HTTP status. */
    private function deliver(string $token, string $meetingID, string $secret, int $ageMs = 0): int
    {
        $at = (int) (microtime(true) * 1000) - $ageMs;
        $event = ['data' => [
            'type' => 'event',
            'id' => 'user-joined',
            'attributes' => ['meeting' => ['external-meeting-id' => $meetingID], 'user' => ['external-user-id' => "u{$ageMs}"]],
            'event' => ['ts' => $at],
        ]];
        $body = http_build_query(['domain' => 'bbb', 'event' => (string) wp_json_encode([$event]), 'timestamp' => (string) $at]);
        $request = new \WP_REST_Request('POST', self::HOOK);
        $request->set_header('Content-Type', 'application/x-www-form-urlencoded');
        $checksum = hash('sha256', HookDesk::urlOf($token) . $body . $secret);
        $request->set_query_params(['token' => $token, 'checksum' => $checksum]);
        parse_str($body, $fields);
        $request->set_body_params($fields);
        $request->set_body($body);

        return rest_ensure_response(rest_do_request($request))->get_status();
    }

    /** Lets the server do what it is asked, and the answer get lost. */
    private function loseAnswerOf(string $call): void
    {
        $lose = static function (mixed $answer, array $arguments, string $url) use ($call, &$lose): mixed {
            if (!str_contains($url, "/api/{$call}?")) {
                return $answer;
            }
            remove_filter('pre_http_request', $lose, PHP_INT_MAX);
            wp_remote_get($url);

            return new \WP_Error('http_request_failed', 'cURL error 28: Operation timed out');
        };
        add_filter('pre_http_request', $lose, PHP_INT_MAX, 3);
    }

    /** @return list<mixed> what the server has registered for a meeting */
    private function listed(string $meetingID): array
    {
        try {
            $reply = $this->seats->accounts()->of($meetingID)->client()->call('hooks/list', ['meetingID' => $meetingID]);
        } catch (BbbException) {
            // So some servers say that there is nothing.
            return [];
        }

        return array_values((array) ($reply['hooks'] ?? []));
    }
}
