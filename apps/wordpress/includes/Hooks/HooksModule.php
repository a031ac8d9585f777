<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Hooks;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rest\StrictController;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Seats\Accounts;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Callbacks\MeetingEnded;
use Closure;

/** Gives meeting servers addresses of ours, and takes what they tell there. */
final class HooksModule implements Module
{
    private const END_ADDRESS_LIVES = 48 * 60 * 60_000;

    /** Shorter secrets could be found by trying. */
    private const SHORTEST_SECRET = 16;

    /** @var array<int, true> rooms whose meetings were opened in this request */
    private array $opened = [];

    /**
     * @param Closure(): HookDesk $desk made only where a meeting is opened
     * @param Closure(): Accounts $accounts
     */
    public function __construct(
        private readonly Closure $desk,
        private readonly Closure $accounts,
        private readonly RoomStore $rooms,
        private readonly Clock $clock,
    ) {
    }

    public function register(): void
    {
        add_filter('bluebridge_create_params', $this->addEndAddress(...), 5, 2);
        add_action('bluebridge_meeting_opened', function (int $roomId): void {
            $this->opened[$roomId] = true;
        });
        add_action('shutdown', $this->registerOpened(...));
    }

    /** Registers what was opened, after the browser has its answer: nobody waits for it. */
    public function registerOpened(): void
    {
        if ($this->opened === []) {
            return;
        }
        foreach (['fastcgi_finish_request', 'litespeed_finish_request'] as $finish) {
            if (function_exists($finish)) {
                $finish();
            }
        }
        $rooms = array_keys($this->opened);
        $this->opened = [];
        foreach ($rooms as $id) {
            $room = $this->rooms->find($id);
            if ($room !== null) {
                ($this->desk)()->register($room);
            }
        }
    }

    /**
     * Adds the address at which the server tells of the end.
     *
     * @param array<string, mixed> $params
     * @return array<string, mixed>
     */
    private function addEndAddress(array $params, int $roomId): array
    {
        $meetingID = is_string($params['meetingID'] ?? null) ? $params['meetingID'] : '';
        $settings = ($this->accounts)()->of($meetingID)->settings;
        if ($meetingID === '' || strlen($settings->secret) < self::SHORTEST_SECRET || !Reach::reachesUs($settings->endpoint)) {
            return $params;
        }
        $base = rest_url(StrictController::NAMESPACE . HookController::ENDED);
        $expiresAt = $this->clock->now() + self::END_ADDRESS_LIVES;
        $address = MeetingEnded::callbackUrl($base, $meetingID, (string) $roomId, $expiresAt, $settings->secret);

        return $params + ['meta_endCallbackUrl' => $address];
    }
}
