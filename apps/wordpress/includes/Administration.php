<?php

declare(strict_types=1);

namespace Bluebridge\WordPress;

use Bluebridge\WordPress\Admin\AdminStyle;
use Bluebridge\WordPress\Admin\LiveDeeds;
use Bluebridge\WordPress\Admin\LiveMeetings;
use Bluebridge\WordPress\Admin\LiveScreen;
use Bluebridge\WordPress\Admin\NetworkScreen;
use Bluebridge\WordPress\Admin\ServerScreen;
use Bluebridge\WordPress\Cli\CliModule;
use Bluebridge\WordPress\Cli\Command;
use Bluebridge\WordPress\Cli\EndDueCommand;
use Bluebridge\WordPress\Cli\ImportCommand;
use Bluebridge\WordPress\Cli\MeetingsCommand;
use Bluebridge\WordPress\Cli\ProbeCommand;
use Bluebridge\WordPress\Cli\RecordingsCommand;
use Bluebridge\WordPress\Cli\RoomsCommand;
use Bluebridge\WordPress\Cli\SyncCommand;
use Bluebridge\WordPress\Health\CallbackCheck;
use Bluebridge\WordPress\Health\Check;
use Bluebridge\WordPress\Health\ClockCheck;
use Bluebridge\WordPress\Health\CronCheck;
use Bluebridge\WordPress\Health\HealthController;
use Bluebridge\WordPress\Health\HealthModule;
use Bluebridge\WordPress\Health\ObjectCacheCheck;
use Bluebridge\WordPress\Health\ScheduleCheck;
use Bluebridge\WordPress\Health\SecretCheck;
use Bluebridge\WordPress\Health\ServerCheck;
use Bluebridge\WordPress\Health\TablesCheck;
use Bluebridge\WordPress\Import\ImportedRooms;
use Bluebridge\WordPress\Import\ImportScreen;
use Bluebridge\WordPress\Import\OldRooms;
use Bluebridge\WordPress\Import\RoomImport;
use Bluebridge\WordPress\Import\ShortcodeImport;
use Bluebridge\WordPress\Privacy\PersonalData;
use Bluebridge\WordPress\Privacy\PrivacyModule;
use Bluebridge\WordPress\Recordings\RecordingIndex;
use Bluebridge\WordPress\Rest\StrictController;
use Bluebridge\WordPress\Server\WordPressTransport;

/** What administrators have: screens, Site Health, commands, privacy, the importer. */
final class Administration
{
    public function __construct(private readonly Services $services)
    {
    }

    /** @return list<Module> */
    public function modules(): array
    {
        $services = $this->services;
        $settings = $services->serverSettings();
        $files = $services->builtFiles();

        return [
            new AdminStyle(),
            new ServerScreen($settings, $services->roomServers(), $services->serverConnection(...), $this->liveMeetings(...), $files),
            new NetworkScreen($settings, $services->serverConnection(...), $files),
            new LiveScreen(
                $services->rooms(),
                $this->liveMeetings(...),
                $this->liveDeeds(...),
                $services->servers(...),
                $services->clock(),
                $files,
            ),
            new HealthModule($this->checks(...), $settings),
            new CliModule($this->commands(...)),
            new PrivacyModule(fn (): PersonalData => new PersonalData($services->rooms(), $services->watches()), $files),
            new ImportScreen($this->roomImport(...), $this->shortcodeImport(...), $files),
        ];
    }

    /** @return list<StrictController> */
    public function controllers(): array
    {
        return [new HealthController($this->checks())];
    }

    private function liveMeetings(): LiveMeetings
    {
        $services = $this->services;

        return new LiveMeetings($services->rooms(), $services->servers(), $services->watches(), $services->infos(), $services->clock());
    }

    private function liveDeeds(): LiveDeeds
    {
        return new LiveDeeds($this->services->servers(), $this->services->infos(), $this->services->documents());
    }

    private function roomImport(): RoomImport
    {
        return new RoomImport(new OldRooms(), new ImportedRooms(), $this->services->rooms(), $this->services->accessStore());
    }

    private function shortcodeImport(): ShortcodeImport
    {
        return new ShortcodeImport(new OldRooms(), new ImportedRooms());
    }

    /** @return list<Command> what is typed after `wp bluebridge` */
    public function commands(): array
    {
        $services = $this->services;

        return [
            new ProbeCommand($services->servers(), $services->serverConnection(...)),
            new RoomsCommand($services->rooms(), $services->roomMove()),
            new MeetingsCommand($services->rooms(), $this->liveMeetings(), $this->liveDeeds()),
            new RecordingsCommand($services->rooms(), new RecordingIndex()),
            new SyncCommand($services->recordings()->update()),
            new EndDueCommand($services->seats()->endDue()),
            new ImportCommand($this->roomImport(), $this->shortcodeImport()),
        ];
    }

    /** @return list<Check> */
    private function checks(): array
    {
        $services = $this->services;

        return [
            new ServerCheck($services->servers(), $services->serverSettings(), $services->serverConnection(...)),
            new SecretCheck($services->serverSettings()),
            new ClockCheck($services->serverSettings(), new WordPressTransport(), $services->clock()),
            new CronCheck($services->clock()),
            new ScheduleCheck($services->seats()->scheduleHealth()),
            new CallbackCheck(),
            new TablesCheck(),
            new ObjectCacheCheck(),
        ];
    }
}
