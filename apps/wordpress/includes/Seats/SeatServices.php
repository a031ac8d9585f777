<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Hooks\HookController;
use Bluebridge\WordPress\Hooks\HookDesk;
use Bluebridge\WordPress\Hooks\Hooks;
use Bluebridge\WordPress\Hooks\HooksModule;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rest\StrictController;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Schedule\AfterEnd;
use Bluebridge\WordPress\Schedule\ChatWords;
use Bluebridge\WordPress\Schedule\DueController;
use Bluebridge\WordPress\Schedule\DueMeetings;
use Bluebridge\WordPress\Schedule\EndDue;
use Bluebridge\WordPress\Schedule\EndSteps;
use Bluebridge\WordPress\Schedule\Extension;
use Bluebridge\WordPress\Schedule\MeetingEnding;
use Bluebridge\WordPress\Schedule\MeetingLook;
use Bluebridge\WordPress\Schedule\Moments;
use Bluebridge\WordPress\Schedule\ScheduleHealth;
use Bluebridge\WordPress\Schedule\ScheduleModule;
use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Closure;

/** What seats, planned ends and webhooks are made of. They know one another, and little else. */
final class SeatServices
{
    private readonly PlannedMeetings $planned;

    private readonly DueMeetings $due;

    private readonly Moments $moments;

    /** @param Closure(): Servers $servers made only where an account is looked at */
    public function __construct(
        private readonly Closure $servers,
        private readonly ServerSettingsStore $settings,
        private readonly RoomStore $rooms,
        private readonly MeetingWatches $watches,
        private readonly Clock $clock,
    ) {
        $this->planned = new PlannedMeetings();
        $this->due = new DueMeetings();
        $this->moments = new Moments();
    }

    /** @return list<Module> */
    public function modules(BuiltFiles $files, string $pluginFile): array
    {
        return [
            new ScheduleModule($this->endDue(...), fn (): DueMeetings => $this->due, $pluginFile),
            new HooksModule($this->hookDesk(...), $this->accounts(...), $this->rooms, $this->clock),
            new SeatsModule($this->planned, new EndedByPerson($this->planned, $this->clock)),
            new SeatsScreen(
                $this->accounts(...),
                $this->planned,
                $this->holders(),
                $this->scheduleHealth(...),
                $this->clock,
                new SealedText(),
                $files,
            ),
        ];
    }

    /** @return list<StrictController> */
    public function controllers(): array
    {
        return [
            new SeatsController($this->rooms, $this->extension(), new SeatSignsNow($this->signs(), $this->watches)),
            new DueController($this->endDue(), $this->moments, $this->clock),
            new HookController($this->accounts(), new Hooks(), $this->hookDesk(), $this->rooms, $this->clock),
        ];
    }

    public function places(): Reservations
    {
        $evicted = new EvictedPeople(new ChatWords());

        return new Reservations($this->accounts(), $this->planned, $this->sync(), $evicted, $this->clock);
    }

    public function signs(): SeatSigns
    {
        return new SeatSigns($this->accounts(), $this->planned, $this->holders(), $this->clock);
    }

    public function endDue(): EndDue
    {
        $look = new MeetingLook($this->planned, $this->clock);
        $hooks = $this->hookDesk();
        $steps = new EndSteps($this->planned, $look, new ChatWords(), $this->clock);
        $afterEnd = new AfterEnd($this->watches, $hooks, $this->clock);
        $ending = new MeetingEnding($this->accounts(), $this->planned, $look, $steps, $this->clock, $afterEnd);

        return new EndDue($this->accounts(), $this->planned, $this->due, $ending, $this->sync(), $hooks, $this->moments, $this->clock);
    }

    public function extension(): Extension
    {
        return new Extension($this->accounts(), $this->planned, $this->clock);
    }

    public function scheduleHealth(): ScheduleHealth
    {
        return new ScheduleHealth($this->accounts(), $this->due, $this->moments, $this->clock);
    }

    public function hookDesk(): HookDesk
    {
        return new HookDesk($this->accounts(), new Hooks(), $this->watches, $this->planned, $this->due, $this->moments, $this->clock);
    }

    public function accounts(): Accounts
    {
        return new Accounts(($this->servers)(), $this->settings, new AccountTermsStore());
    }

    private function sync(): SeatsSync
    {
        return new SeatsSync($this->planned, $this->due, $this->moments, $this->clock);
    }

    private function holders(): SeatHolders
    {
        return new SeatHolders($this->rooms);
    }
}
