<?php

declare(strict_types=1);

namespace Bluebridge\WordPress;

use Bluebridge\WordPress\Access\AccessController;
use Bluebridge\WordPress\Access\AccessModule;
use Bluebridge\WordPress\Access\InvitationsController;
use Bluebridge\WordPress\Blocks\BlocksModule;
use Bluebridge\WordPress\Blocks\EditorModule;
use Bluebridge\WordPress\Entrance\EntranceModule;
use Bluebridge\WordPress\Migrations\Migrations;
use Bluebridge\WordPress\Recordings\RecordingsBlock;
use Bluebridge\WordPress\Recordings\RecordingsModule;
use Bluebridge\WordPress\Policies\PolicyStore;
use Bluebridge\WordPress\Policies\RoomLimit;
use Bluebridge\WordPress\Presentations\PresentationsModule;
use Bluebridge\WordPress\Rest\EarlyStatus;
use Bluebridge\WordPress\Rest\MeetingController;
use Bluebridge\WordPress\Rest\RestModule;
use Bluebridge\WordPress\Rest\RoomReplies;
use Bluebridge\WordPress\Rest\RoomsController;
use Bluebridge\WordPress\Rest\RoomWishes;
use Bluebridge\WordPress\Rooms\CopiedRooms;
use Bluebridge\WordPress\Rooms\HostsPrivacy;
use Bluebridge\WordPress\Rooms\PeopleController;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomCategories;
use Bluebridge\WordPress\Rooms\RoomList;
use Bluebridge\WordPress\Rooms\RoomRemoval;
use Bluebridge\WordPress\Rooms\RoomScreen;
use Bluebridge\WordPress\Rooms\RoomType;
use Bluebridge\WordPress\Schedule\Moments;
use Bluebridge\WordPress\Settings\Presets;
use Bluebridge\WordPress\Settings\RoomForm;
use Bluebridge\WordPress\Settings\RoomFormController;
use Bluebridge\WordPress\Settings\RulesScreen;
use Bluebridge\WordPress\Shortcodes\Shortcodes;
use Bluebridge\WordPress\Words\Languages;

/** The plugin: one module for each feature, each with what it needs. */
final class Plugin
{
    private readonly Services $services;

    /** @param string $file path of the main file */
    public function __construct(string $file)
    {
        $this->services = new Services($file);
    }

    /** Adds the hooks of all features. */
    public function register(): void
    {
        foreach ($this->modules() as $module) {
            $module->register();
        }
    }

    /** @return list<Module> */
    private function modules(): array
    {
        $services = $this->services;
        $administration = new Administration($services);

        return [
            new Migrations($services->clock()),
            new RoomType(),
            new RoomCategories(),
            new Rights(),
            new RoomRemoval($services->watches()),
            new CopiedRooms(),
            new RoomLimit(new Moments(), $services->clock()),
            new PresentationsModule($services->documentAddress(...)),
            new RoomScreen($services->rooms(), $services->builtFiles()),
            new RoomList($services->rooms()),
            new HostsPrivacy($services->rooms()),
            new RulesScreen(false, new PolicyStore(), new Presets(), $services->builtFiles()),
            new RulesScreen(true, new PolicyStore(), new Presets(), $services->builtFiles()),
            new AccessModule($services->invitations()),
            new EarlyStatus($services->doors(...), $services->doorStatus(...)),
            new RestModule(static fn (): array => [
                ...$administration->controllers(),
                ...$services->seats()->controllers(),
                new RoomsController(
                    $services->rooms(),
                    new RoomWishes($services->rooms(), $services->servers(), $services->roomMove()),
                    new RoomReplies($services->servers(), $services->roomMove()),
                ),
                new RoomFormController($services->rooms(), $services->servers(), new RoomForm(new Presets(), $services->roomMove())),
                new PeopleController(),
                new MeetingController(
                    $services->doors(),
                    $services->meetings(),
                    $services->visitors(),
                    $services->doorStatus(),
                    $services->codeCheck(),
                ),
                new AccessController($services->accessStore()),
                new InvitationsController($services->invitations(), $services->clock()),
            ]),
            ...$services->seats()->modules($services->builtFiles(), $services->pluginFile),
            new EntranceModule($services->entrance(...), $services->invitationDoor(...)),
            ...$administration->modules(),
            new RecordingsModule($services->recordings(), $services->rooms()),
            new RecordingsBlock($services->builtFiles(), static fn () => $services->recordings()->section()),
            new Languages($services->builtFiles()),
            new BlocksModule($services->builtFiles(), $services->roomCard(...), $services->joinButton(...), $services->myRooms(...)),
            $services->placements(),
            new EditorModule($services->servers(...)),
            new Shortcodes(),
        ];
    }
}
