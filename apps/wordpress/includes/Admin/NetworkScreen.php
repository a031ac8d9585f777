<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Admin;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Server\NetworkServer;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Words\DialectWords;
use Closure;

/** The screen of a network's administrator: one server for all sites, or for those without one. */
final class NetworkScreen implements Module
{
    private const SLUG = 'bluebridge-network';

    private const CONNECT = 'bluebridge_connect_network';

    private const RIGHT = 'manage_network_options';

    /** @param Closure(): ServerConnection $connection made only where somebody connects */
    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly Closure $connection,
        private readonly BuiltFiles $builtFiles,
    ) {
    }

    public function register(): void
    {
        if (!is_multisite()) {
            return;
        }
        add_action('network_admin_menu', $this->addPage(...));
        add_action('admin_post_' . self::CONNECT, $this->connect(...));
    }

    private function addPage(): void
    {
        $title = __('Meeting server', 'bluebridge');
        add_submenu_page('settings.php', $title, $title, self::RIGHT, self::SLUG, $this->show(...));
    }

    private function show(): void
    {
        $settings = $this->store->read(ServerSettingsStore::NETWORK);
        $view = [
            'connect' => self::CONNECT,
            'dialects' => DialectWords::all(),
            'server' => [
                'id' => '',
                'name' => '',
                'endpoint' => $settings->endpoint,
                'hasSecret' => $settings->secret !== '',
                'dialect' => $settings->dialect,
            ],
            'locked' => NetworkServer::isLocked(),
            'result' => AdminForms::told(),
        ];
        require $this->builtFiles->template('network-screen');
    }

    private function connect(): void
    {
        AdminForms::guard(self::CONNECT, self::RIGHT);
        $told = ($this->connection)()->tryOut(ServerScreen::typed(), ServerSettingsStore::NETWORK);
        if ($told['works']) {
            NetworkServer::lock(AdminForms::isTicked('locked'));
        }
        AdminForms::goBack(add_query_arg('page', self::SLUG, network_admin_url('settings.php')), $told);
    }
}
