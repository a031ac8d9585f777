<?php

declare(strict_types=1);

namespace Bluebridge\WordPress;

use Bluebridge\WordPress\Access\AccessStore;
use Bluebridge\WordPress\Access\CodeCheck;
use Bluebridge\WordPress\Access\Invitations;
use Bluebridge\WordPress\Access\Passes;
use Bluebridge\WordPress\Access\Throttle;
use Bluebridge\WordPress\Admin\ServerConnection;
use Bluebridge\WordPress\Blocks\JoinButton;
use Bluebridge\WordPress\Blocks\MyRooms;
use Bluebridge\WordPress\Blocks\PageDoors;
use Bluebridge\WordPress\Blocks\Placements;
use Bluebridge\WordPress\Blocks\RoomCard;
use Bluebridge\WordPress\Entrance\Doors;
use Bluebridge\WordPress\Entrance\DoorSigns;
use Bluebridge\WordPress\Entrance\DoorStatus;
use Bluebridge\WordPress\Entrance\Entrance;
use Bluebridge\WordPress\Entrance\EntrancePage;
use Bluebridge\WordPress\Entrance\InvitationDoor;
use Bluebridge\WordPress\Http\BrowserCookies;
use Bluebridge\WordPress\Meetings\MeetingInfos;
use Bluebridge\WordPress\Meetings\Meetings;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\People\GuestCookie;
use Bluebridge\WordPress\People\Visitors;
use Bluebridge\WordPress\Recordings\RecordingServices;
use Bluebridge\WordPress\Presentations\DocumentAddress;
use Bluebridge\WordPress\Presentations\Documents;
use Bluebridge\WordPress\Rooms\RoomMove;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Seats\SeatServices;
use Bluebridge\WordPress\Server\RoomServers;
use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Server\WordPressTransport;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Probe\Prober;

/** What features share, made when it is first needed: most requests need none of it. */
final class Services
{
    private ?Servers $servers = null;

    private ?RoomServers $roomServers = null;

    private ?MeetingInfos $infos = null;

    private ?Visitors $visitors = null;

    private ?SeatServices $seats = null;

    private ?RecordingServices $recordings = null;

    private ?Placements $placements = null;

    public function __construct(public readonly string $pluginFile)
    {
    }

    public function builtFiles(): BuiltFiles
    {
        return new BuiltFiles($this->pluginFile);
    }

    public function clock(): Clock
    {
        return new SystemClock();
    }

    public function watches(): MeetingWatches
    {
        return new MeetingWatches();
    }

    public function recordings(): RecordingServices
    {
        return $this->recordings ??= new RecordingServices($this);
    }

    public function rooms(): RoomStore
    {
        return new RoomStore();
    }

    public function serverSettings(): ServerSettingsStore
    {
        return new ServerSettingsStore(new SealedText());
    }

    public function servers(): Servers
    {
        return $this->servers ??= new Servers($this->serverSettings(), new WordPressTransport(), $this->roomServers());
    }

    /** One for the request: it remembers what it has looked up. */
    public function roomServers(): RoomServers
    {
        return $this->roomServers ??= new RoomServers();
    }

    public function roomMove(): RoomMove
    {
        return new RoomMove($this->serverSettings(), $this->roomServers(), $this->infos(), $this->watches());
    }

    public function serverConnection(): ServerConnection
    {
        $prober = new Prober(new WordPressTransport());

        return new ServerConnection($this->serverSettings(), $prober, $this->watches(), $this->clock());
    }

    public function infos(): MeetingInfos
    {
        return $this->infos ??= new MeetingInfos($this->servers(), $this->watches(), $this->clock());
    }

    public function meetings(): Meetings
    {
        return new Meetings(
            $this->servers(),
            $this->infos(),
            $this->clock(),
            documents: $this->documents(),
            places: $this->seats()->places(),
        );
    }

    public function seats(): SeatServices
    {
        return $this->seats ??= new SeatServices(
            $this->servers(...),
            $this->serverSettings(),
            $this->rooms(),
            $this->watches(),
            $this->clock(),
        );
    }

    /** One for the request: a cookie that was just issued is not in what the browser has sent. */
    public function visitors(): Visitors
    {
        $cookies = new BrowserCookies();
        $passes = new Passes($cookies, $this->accessStore(), $this->invitations(), $this->clock());

        return $this->visitors ??= new Visitors(new GuestCookie($cookies), $this->accessStore(), $passes);
    }

    public function accessStore(): AccessStore
    {
        return new AccessStore();
    }

    public function invitations(): Invitations
    {
        return new Invitations($this->clock());
    }

    public function throttle(): Throttle
    {
        return new Throttle($this->clock());
    }

    public function codeCheck(): CodeCheck
    {
        return new CodeCheck($this->accessStore(), $this->throttle());
    }

    public function documentAddress(): DocumentAddress
    {
        return new DocumentAddress($this->clock());
    }

    public function documents(): Documents
    {
        return new Documents($this->documentAddress());
    }

    public function doorSigns(): DoorSigns
    {
        return new DoorSigns($this->meetings(), $this->clock(), $this->seats()->signs());
    }

    public function doorStatus(): DoorStatus
    {
        return new DoorStatus($this->infos(), $this->visitors(), $this->doorSigns());
    }

    public function doors(): Doors
    {
        return new Doors($this->rooms());
    }

    public function entrance(): Entrance
    {
        return new Entrance(
            $this->doors(),
            $this->meetings(),
            $this->infos(),
            $this->visitors(),
            $this->doorSigns(),
            new EntrancePage($this->builtFiles(), $this->visitors()),
            $this->codeCheck(),
            $this->invitations(),
        );
    }

    public function invitationDoor(): InvitationDoor
    {
        return new InvitationDoor(
            $this->doors(),
            $this->rooms(),
            $this->invitations(),
            $this->visitors(),
            $this->entrance(),
            $this->clock(),
        );
    }

    public function roomCard(): RoomCard
    {
        return new RoomCard($this->pageDoors(), $this->placements(), $this->builtFiles());
    }

    public function joinButton(): JoinButton
    {
        return new JoinButton($this->pageDoors(), $this->placements(), $this->builtFiles());
    }

    public function myRooms(): MyRooms
    {
        return new MyRooms($this->rooms(), $this->pageDoors(), $this->builtFiles());
    }

    /** One for the request: it follows where the page being made is. */
    public function placements(): Placements
    {
        return $this->placements ??= new Placements($this->accessStore());
    }

    private function pageDoors(): PageDoors
    {
        return new PageDoors($this->rooms(), $this->infos(), $this->visitors(), $this->doorSigns());
    }
}
