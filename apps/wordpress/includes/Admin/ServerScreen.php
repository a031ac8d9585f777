<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Admin;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Http\Sent;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomType;
use Bluebridge\WordPress\Server\NetworkServer;
use Bluebridge\WordPress\Server\RoomServers;
use Bluebridge\WordPress\Server\ServerSettings;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Dialects\DialectTable;
use Bluebridge\WordPress\Words\DialectWords;
use Closure;

/** The screen that connects the site with its servers. A secret goes in and never comes out again. */
final class ServerScreen implements Module
{
    private const SLUG = 'bluebridge-server';

    private const CONNECT = 'bluebridge_connect';

    private const DROP = 'bluebridge_drop_server';

    /** What a form names that adds a server. */
    private const ADDED = 'new';

    private const LONGEST_NAME = 60;

    /**
     * @param Closure(): ServerConnection $connection made only where somebody connects
     * @param Closure(): LiveMeetings $meetings
     */
    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly RoomServers $roomServers,
        private readonly Closure $connection,
        private readonly Closure $meetings,
        private readonly BuiltFiles $builtFiles,
    ) {
    }

    public function register(): void
    {
        add_action('admin_menu', $this->addPage(...));
        add_action('admin_post_' . self::CONNECT, $this->connect(...));
        add_action('admin_post_' . self::DROP, $this->drop(...));
    }

    /** Gives the address of the screen. */
    public static function address(): string
    {
        return add_query_arg(['post_type' => RoomType::NAME, 'page' => self::SLUG], admin_url('edit.php'));
    }

    /**
     * Reads the form of a server.
     *
     * @return ServerSettings as typed; what says nothing is left as it is
     */
    public static function typed(): ServerSettings
    {
        $dialect = Sent::field('dialect');

        return new ServerSettings(
            trim(Sent::exactly('endpoint')),
            trim(Sent::exactly('secret')),
            isset(DialectTable::ALL[$dialect]) ? $dialect : '',
            '',
            mb_substr(Sent::field('name'), 0, self::LONGEST_NAME),
        );
    }

    private function addPage(): void
    {
        add_submenu_page(
            'edit.php?post_type=' . RoomType::NAME,
            __('Meeting server', 'bluebridge'),
            __('Meeting server', 'bluebridge'),
            Rights::MANAGE,
            self::SLUG,
            $this->show(...),
        );
    }

    private function show(): void
    {
        $usual = $this->store->read();
        $view = [
            'connect' => self::CONNECT,
            'drop' => self::DROP,
            'added' => self::ADDED,
            'dialects' => DialectWords::all(),
            'usual' => self::described($usual, ServerSettingsStore::USUAL),
            'endpointFixed' => ServerSettingsStore::isFixed('endpoint'),
            'secretFixed' => ServerSettingsStore::isFixed('secret'),
            'dialectFixed' => ServerSettingsStore::isFixed('dialect'),
            'secretLost' => $this->store->hasLostSecret(),
            'ofNetwork' => $this->store->isOfNetwork(),
            'locked' => NetworkServer::isLocked(),
            'others' => [],
            'result' => AdminForms::told(),
        ];
        foreach ($this->store->others() as $id => $settings) {
            $view['others'][] = self::described($settings, (string) $id) + ['rooms' => count($this->roomServers->roomsOn((string) $id))];
        }
        require $this->builtFiles->template('server-screen');
    }

    private function connect(): void
    {
        AdminForms::guard(self::CONNECT, Rights::MANAGE);
        $server = Sent::field('server');
        $isNew = $server === self::ADDED;
        $isKnown = $isNew || $server === ServerSettingsStore::USUAL || isset($this->store->others()[$server]);
        if (NetworkServer::isLocked() || !$isKnown) {
            AdminForms::refuse();
        }
        // In a list of several, a server without a name could not be chosen.
        $typed = self::typed();
        $told = $server !== ServerSettingsStore::USUAL && $typed->name === ''
            ? ['works' => false, 'text' => __('Give the server a name, so that people can tell it from the others.', 'bluebridge')]
            : ($this->connection)()->tryOut($typed, $isNew ? bin2hex(random_bytes(4)) : $server, $isNew);
        AdminForms::goBack(self::address(), $told);
    }

    private function drop(): void
    {
        AdminForms::guard(self::DROP, Rights::MANAGE);
        $server = Sent::field('server');
        if (!isset($this->store->others()[$server])) {
            AdminForms::refuse();
        }
        $running = array_map(static fn (LiveMeeting $meeting): string => $meeting->room->title, ($this->meetings)()->lately($server));
        if ($running !== []) {
            /* translators: %s: names of rooms */
            $problem = __('Meetings run on this server: %s. Please remove it when they are over.', 'bluebridge');
            AdminForms::goBack(self::address(), ['works' => false, 'text' => sprintf($problem, implode(', ', $running))]);
        }
        foreach ($this->roomServers->roomsOn($server) as $room) {
            $this->roomServers->choose($room, ServerSettingsStore::USUAL);
        }
        $this->store->drop($server);
        (new MeetingWatches())->forgetAll();
        $text = __('The server is removed. Its rooms meet on the usual server from now on.', 'bluebridge');
        AdminForms::goBack(self::address(), ['works' => true, 'text' => $text]);
    }

    /** @return array{id: string, name: string, endpoint: string, hasSecret: bool, dialect: string} */
    private static function described(ServerSettings $settings, string $id): array
    {
        return [
            'id' => $id,
            'name' => $settings->name,
            'endpoint' => $settings->endpoint,
            'hasSecret' => $settings->secret !== '',
            'dialect' => $settings->dialect,
        ];
    }
}
