<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Admin;

use Bluebridge\WordPress\Server\NetworkServer;
use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Server\ServerSettings;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use WP_Error;

final class NetworkServerTest extends AdminTestCase
{
    private string $endpoint;

    private string $secret;

    private ServerSettingsStore $store;

    protected function setUp(): void
    {
        parent::setUp();
        $this->endpoint = (string) getenv('BLUEBRIDGE_ENDPOINT');
        $this->secret = (string) getenv('BLUEBRIDGE_SECRET');
        putenv('BLUEBRIDGE_ENDPOINT');
        putenv('BLUEBRIDGE_SECRET');
        $this->store = new ServerSettingsStore(new SealedText());
    }

    protected function tearDown(): void
    {
        putenv("BLUEBRIDGE_ENDPOINT={$this->endpoint}");
        putenv("BLUEBRIDGE_SECRET={$this->secret}");
        parent::tearDown();
    }

    public function testOneSiteAloneHasNoNetworkToAsk(): void
    {
        update_site_option(NetworkServer::LOCK, '1');
        self::assertSame([is_multisite(), is_multisite()], [NetworkServer::isLocked(), $this->store->isOfNetwork()]);
        self::assertSame(is_multisite() ? 10 : false, has_action('admin_post_bluebridge_connect_network') ? 10 : false);
    }

    public function testSitesWithoutAServerUseThatOfTheNetwork(): void
    {
        if (!is_multisite()) {
            $this->expectNotToPerformAssertions();

            return;
        }
        $this->connect();
        self::assertSame([$this->endpoint, $this->secret], [$this->store->read()->endpoint, $this->store->read()->secret]);
        self::assertStringNotContainsString($this->secret, (string) wp_json_encode(get_site_option(NetworkServer::OPTION)));
        $this->store->keep(new ServerSettings('https://own.example/bigbluebutton/', 'own', 'bigbluebutton'));
        self::assertSame('https://own.example/bigbluebutton/', $this->store->read()->endpoint);
    }

    public function testTheScreenOfTheNetworkShowsNoSecret(): void
    {
        if (!is_multisite()) {
            $this->expectNotToPerformAssertions();

            return;
        }
        $this->connect(['locked' => '1']);
        $page = $this->open('bluebridge-network', 'settings.php', 'network_admin_menu');
        self::assertStringContainsString($this->endpoint, $page);
        self::assertMatchesRegularExpression('/name="locked" value="1"\s+checked/', $page);
        self::assertStringNotContainsString($this->secret, $page);
        self::assertStringContainsString('All sites of this network use its server.', $this->open('bluebridge-server', 'edit.php?post_type=bluebridge_room'));
    }

    public function testALockedNetworkKnowsNoOtherServer(): void
    {
        if (!is_multisite()) {
            $this->expectNotToPerformAssertions();

            return;
        }
        $this->store->keep(new ServerSettings('https://own.example/bigbluebutton/', 'own', 'bigbluebutton'));
        $this->store->keep(new ServerSettings('https://more.example/bigbluebutton/', 'own', 'bigbluebutton', '', 'More'), 'more');
        $this->connect(['locked' => '1']);
        self::assertSame($this->endpoint, $this->store->read()->endpoint);
        self::assertSame([], $this->store->others());
        $this->assertRefused('bluebridge_connect', ['server' => '', 'endpoint' => $this->endpoint, 'secret' => $this->secret]);
    }

    public function testTheAdministratorOfASiteCannotSendTheNetworksSecretElsewhere(): void
    {
        if (!is_multisite()) {
            $this->expectNotToPerformAssertions();

            return;
        }
        $this->connect();
        $asked = $this->askedElsewhere(function (): void {
            $this->send('bluebridge_connect', ['server' => '', 'endpoint' => 'https://elsewhere.example/bigbluebutton/', 'secret' => '']);
        });
        self::assertSame([], $asked);
        self::assertSame($this->endpoint, $this->store->read()->endpoint);
    }

    public function testNorASecretThatIsSaidForAllSites(): void
    {
        if (!is_multisite()) {
            $this->expectNotToPerformAssertions();

            return;
        }
        putenv("BLUEBRIDGE_SECRET={$this->secret}");
        $asked = $this->askedElsewhere(function (): void {
            $this->send('bluebridge_connect', ['server' => '', 'endpoint' => 'https://elsewhere.example/bigbluebutton/']);
        });
        self::assertSame([], $asked);
    }

    public function testNobodyButTheNetworksAdministratorConnectsIt(): void
    {
        if (!is_multisite()) {
            $this->expectNotToPerformAssertions();

            return;
        }
        $this->actAs('editor');
        $this->assertRefused('bluebridge_connect_network', ['endpoint' => $this->endpoint, 'secret' => $this->secret]);
    }

    /**
     * Gives the addresses that are asked while the administrator of a site does something.
     *
     * @param callable(): void $deed
     * @return list<string>
     */
    private function askedElsewhere(callable $deed): array
    {
        $asked = [];
        add_filter('pre_http_request', static function (mixed $answer, mixed $arguments, string $url) use (&$asked): WP_Error {
            $asked[] = $url;

            return new WP_Error('http_request_failed', 'cURL error 7: Failed to connect');
        }, 1, 3);
        $this->actAs('editor')->set_role('administrator');
        self::assertFalse(is_super_admin());
        $deed();

        return $asked;
    }

    /** @param array<string, string> $more */
    private function connect(array $more = []): void
    {
        $this->actAs('admin');
        $told = $this->send('bluebridge_connect_network', $more + ['endpoint' => $this->endpoint, 'secret' => $this->secret]);
        self::assertTrue($told['works'] ?? false, $told['text'] ?? '');
    }
}
